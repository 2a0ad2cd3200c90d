package ru.freesport.console.customers.conflicts;

/** Who may do what with conflicts. */
final class ConflictRights {

    /** A viewer sees them masked. */
    static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM')";

    static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'MANAGER')";

    private ConflictRights() {}
}
