package ru.freesport.console.catalog;

import java.util.Map;

/** Tells how many rows wait for a person's decision; whoever keeps such rows implements it. */
public interface HeldRows {

    /** By 1C id of the price type. */
    Map<String, Long> byPriceType();

    /** By 1C id of the warehouse. */
    Map<String, Long> byWarehouse();
}
