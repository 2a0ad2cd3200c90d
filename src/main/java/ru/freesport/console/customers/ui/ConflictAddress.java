package ru.freesport.console.customers.ui;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.customers.CustomerField;
import ru.freesport.console.customers.Severity;
import ru.freesport.console.customers.conflicts.ConflictFilter;
import ru.freesport.console.customers.conflicts.ConflictFilter.Owner;
import ru.freesport.console.customers.conflicts.ConflictFilter.Scope;
import ru.freesport.console.customers.conflicts.ConflictKind;
import ru.freesport.console.shared.ui.ViewState;

/** The queue's filter as its address says it; one that says nothing asks for what waits for a person. */
final class ConflictAddress {

    static final String LIST = "conflicts";
    static final String SCOPE = "scope";
    static final String SEVERITY = "severity";
    static final String FIELD = "field";
    static final String KIND = "kind";
    static final String PATTERN = "pattern";
    static final String MINE = "mine";
    static final String FREE = "free";
    static final String OVERDUE = "overdue";
    static final String SECOND = "second";
    static final String RETURNED = "returned";

    private ConflictAddress() {}

    static ConflictFilter filter(ViewState state) {
        Owner owner = state.quick(MINE) ? Owner.ME : state.quick(FREE) ? Owner.NOBODY : Owner.ANYBODY;
        return new ConflictFilter(
                state.search(),
                Optional.ofNullable(constant(Scope.values(), state.one(SCOPE))).orElse(Scope.WAITING),
                null,
                constant(ConflictKind.values(), state.one(KIND)),
                constant(Severity.values(), state.one(SEVERITY)),
                constant(CustomerField.values(), state.one(FIELD)),
                owner,
                state.quick(OVERDUE),
                state.quick(SECOND),
                state.quick(RETURNED),
                state.one(PATTERN).orElse(null));
    }

    /** Numbers and 1C's ids may stand in an address; names may not. */
    static boolean isPersonal(String text) {
        return !text.matches("[0-9]{1,9}|[0-9a-fA-F]{8}-[0-9a-fA-F-]+");
    }

    static String of(long id) {
        return LIST + "/" + id;
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] values, Optional<String> name) {
        return name.flatMap(text -> Arrays.stream(values)
                        .filter(value -> value.name().equals(text))
                        .findFirst())
                .orElse(null);
    }
}
