package ru.freesport.console.customers.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.MatchKey;

/**
 * Decides who a counterparty is, key by key from the strongest; what is ambiguous is never guessed.
 *
 * <p>An INN belongs to all branches of a company: a customer with another KPP is another branch. A customer that belongs
 * to another counterparty already is no answer, but a reason to ask.
 */
public final class MatchRules {

    private MatchRules() {}

    /** @param hits without those that a person said are somebody else */
    public static Match match(Sought sought, List<Hit> hits) {
        Optional<Hit> byId =
                hits.stream().filter(hit -> hit.by(Hit.Key.ONEC_ID)).findFirst();
        if (byId.isPresent()) {
            return known(sought, byId.get());
        }
        List<Hit> byGuid = hits.stream().filter(hit -> hit.by(Hit.Key.GUID)).toList();
        if (byGuid.size() == 1) {
            return known(sought, byGuid.getFirst());
        }
        if (byGuid.size() > 1) {
            return ambiguous(sought, byGuid);
        }
        Match byTaxId = byTaxId(sought, hits);
        if (byTaxId != null) {
            return byTaxId;
        }
        Match byEmail = among(sought, with(hits, Hit.Key.EMAIL), List.of(hit -> hit.by(Hit.Key.PHONE)));
        if (byEmail != null) {
            return byEmail;
        }
        Match byPhone = among(
                sought,
                with(hits, Hit.Key.PHONE).stream()
                        .filter(hit -> sought.hasNameOf(hit.customer()))
                        .toList(),
                List.of());
        return byPhone == null ? new Match.New() : byPhone;
    }

    private static @Nullable Match byTaxId(Sought sought, List<Hit> hits) {
        List<Hit> same = with(hits, Hit.Key.TAX_ID);
        List<Hit> sameBranch = same.stream()
                .filter(hit -> !sought.contradictsKpp(hit.customer()))
                .toList();
        if (!sameBranch.isEmpty()) {
            return among(
                    sought,
                    sameBranch,
                    List.of(
                            hit -> sought.hasKppOf(hit.customer()),
                            hit -> hit.by(Hit.Key.EMAIL),
                            hit -> hit.by(Hit.Key.PHONE)));
        }
        // another branch: an own counterparty when it has one, else perhaps a mistake in the KPP
        List<Hit> otherBranches =
                same.stream().filter(hit -> !isTaken(sought, hit.customer())).toList();
        return otherBranches.isEmpty() ? null : ambiguous(sought, otherBranches);
    }

    /** The only one; or the only one that also has one of the narrower marks; otherwise nobody knows. */
    private static @Nullable Match among(Sought sought, List<Hit> hits, List<Predicate<Hit>> narrower) {
        if (hits.isEmpty()) {
            return null;
        }
        if (isAnswer(sought, hits)) {
            return known(sought, hits.getFirst());
        }
        for (Predicate<Hit> mark : narrower) {
            List<Hit> marked = hits.stream().filter(mark).toList();
            if (isAnswer(sought, marked)) {
                return known(sought, marked.getFirst());
            }
        }
        return ambiguous(sought, hits);
    }

    private static boolean isAnswer(Sought sought, List<Hit> hits) {
        return hits.size() == 1
                && !isTaken(sought, hits.getFirst().customer())
                && !sought.contradictsTaxId(hits.getFirst().customer());
    }

    private static boolean isTaken(Sought sought, Customer customer) {
        return customer.onecId() != null && !customer.onecId().equals(sought.onecId());
    }

    private static List<Hit> with(List<Hit> hits, Hit.Key key) {
        return hits.stream().filter(hit -> hit.by(key)).toList();
    }

    private static Match known(Sought sought, Hit hit) {
        return new Match.Known(hit.customer(), keys(sought, hit));
    }

    private static Match ambiguous(Sought sought, List<Hit> hits) {
        return new Match.Ambiguous(hits.stream()
                .map(hit -> new Match.Candidate(hit.customer().id(), keys(sought, hit)))
                .sorted(Comparator.comparing((Match.Candidate one) -> one.keys().getFirst()))
                .toList());
    }

    /** Everything that speaks for it. */
    static List<MatchKey> keys(Sought sought, Hit hit) {
        List<MatchKey> keys = new ArrayList<>();
        if (hit.by(Hit.Key.ONEC_ID)) {
            keys.add(MatchKey.ONEC_ID);
        }
        if (hit.by(Hit.Key.GUID)) {
            keys.add(MatchKey.GUID);
        }
        if (hit.by(Hit.Key.TAX_ID)) {
            keys.add(sought.hasKppOf(hit.customer()) ? MatchKey.TAX_ID_AND_KPP : MatchKey.TAX_ID);
        }
        if (hit.by(Hit.Key.EMAIL)) {
            keys.add(MatchKey.EMAIL);
        }
        if (hit.by(Hit.Key.PHONE)) {
            keys.add(sought.hasNameOf(hit.customer()) ? MatchKey.PHONE_AND_NAME : MatchKey.PHONE);
        }
        return keys;
    }
}
