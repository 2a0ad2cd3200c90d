package ru.freesport.console.partners;

/** The traffic of one attempt; runs once per try, outside every transaction. */
@FunctionalInterface
public interface PartnerExchange<T> {

    /** @throws Exception what went wrong; {@link CallFailure} where it is understood better than the exception says */
    T exchange(CallAttempt attempt) throws Exception;
}
