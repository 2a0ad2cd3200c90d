package ru.freesport.console.catalog;

/**
 * Why a row could not be taken yet, and what would let it in.
 *
 * @param id 1C id of the thing that is missing or that nobody has mapped
 */
public record Obstacle(Kind kind, String id) {

    public enum Kind {
        /** The product of a variant is not here yet. */
        PRODUCT(State.PARKED),
        /** The variant of a price or of a stock row is not here yet. */
        VARIANT(State.PARKED),
        /** Nobody has said which price level the price type feeds. */
        PRICE_TYPE(State.HELD),
        /** Nobody has said which warehouse this is. */
        WAREHOUSE(State.HELD);

        private final State state;

        Kind(State state) {
            this.state = state;
        }

        public State state() {
            return state;
        }
    }

    /** PARKED rows wait for other rows, HELD rows wait for a person. */
    public enum State {
        PARKED,
        HELD
    }
}
