package ru.freesport.console.catalog;

/** What a packet may do that people should see first. */
public enum FindingKind {
    /** A price in force becomes another by the limit or more, or changes its currency. */
    PRICE_JUMP,
    /** A price is no longer dearer than that of the level before it. */
    LADDER_BROKEN,
    /** What was in stock is in no warehouse any more. */
    STOCK_ZEROED,
    /** A product is switched off: marked as deleted, or absent from a full export. */
    GOODS_HIDDEN,
    /** The same of a variant. */
    OFFERS_HIDDEN
}
