package ru.freesport.console.jobs;

/** Who may look at runs and who may touch them. */
final class Rights {

    static final String LOOK = "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM')";
    static final String ACT = "hasAnyRole('ADMIN', 'OPERATIONS')";

    private Rights() {}
}
