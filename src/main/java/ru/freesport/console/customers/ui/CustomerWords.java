package ru.freesport.console.customers.ui;

import ru.freesport.console.customers.Customer;
import ru.freesport.console.customers.SyncState;
import ru.freesport.console.customers.Verification;
import ru.freesport.console.shared.ui.StatusBadge;
import ru.freesport.console.shared.ui.Tone;

/** How a customer stands, in words. */
final class CustomerWords {

    private CustomerWords() {}

    static StatusBadge verification(Customer customer) {
        Verification.State state = customer.standing().verification().state();
        return StatusBadge.of(
                "customers.verification",
                state,
                switch (state) {
                    case UNVERIFIED -> Tone.QUIET;
                    case PENDING -> Tone.WAITING;
                    case VERIFIED -> Tone.GOOD;
                    case REFUSED -> Tone.BAD;
                });
    }

    static StatusBadge sync(Customer customer) {
        SyncState state = customer.standing().sync();
        return StatusBadge.of(
                "customers.sync",
                state,
                switch (state) {
                    case LOCAL -> Tone.QUIET;
                    case PENDING -> Tone.WAITING;
                    case SYNCED -> Tone.GOOD;
                    case CONFLICT -> Tone.WARN;
                    case ERROR -> Tone.BAD;
                });
    }
}
