package ru.freesport.console.customers.compare;

/** How collisions of a field are settled. */
public enum Strategy {
    PLATFORM_WINS,
    ONEC_WINS,
    /** By {@link MergeRule}; what no rule settles, a person does. */
    MERGE_SMART,
    MANUAL_REVIEW
}
