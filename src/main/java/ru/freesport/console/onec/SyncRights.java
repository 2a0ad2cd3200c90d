package ru.freesport.console.onec;

/** Who may look at the exchange with 1C and who may act on it. */
final class SyncRights {

    static final String LOOK = "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'VIEWER', 'SYSTEM')";
    /** What 1C sent holds more than the screens show. */
    static final String RAW = "hasAnyRole('ADMIN', 'OPERATIONS', 'SUPPORT')";

    static final String ACT = "hasAnyRole('ADMIN', 'OPERATIONS')";

    private SyncRights() {}
}
