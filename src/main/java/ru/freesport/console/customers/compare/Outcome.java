package ru.freesport.console.customers.compare;

/** What comparing the three values of a field comes to. */
public enum Outcome {
    /** Nobody changed anything, or nobody says anything. */
    NOTHING_NEW(false),
    /** Both made the same change: it is agreed from now on. */
    SAME_CHANGE(false),
    /** Only 1C changed it: the shop takes it over. */
    ONEC_CHANGED(false),
    /** The shop says nothing: it takes over what 1C says. */
    FILLS_SHOP(false),
    /** Only the shop changed it: it goes to 1C. */
    SHOP_CHANGED(false),
    /** 1C says nothing, and the shop has something new: it goes to 1C. */
    FILLS_ONEC(false),
    /** 1C says nothing any more: that erases nothing. */
    EMPTY_ERASES_NOTHING(false),
    /** The only value is none: neither taken over nor sent; people find it among the problems. */
    INVALID_KEPT_OUT(false),
    /** Both say something, and it does not fit together: the field's policy decides, or a person. */
    COLLISION(true);

    private final boolean isCollision;

    Outcome(boolean isCollision) {
        this.isCollision = isCollision;
    }

    public boolean isCollision() {
        return isCollision;
    }

    /** Whether the shop takes 1C's value. */
    public boolean changesShop() {
        return this == ONEC_CHANGED || this == FILLS_SHOP;
    }

    /** Whether 1C is to get the shop's value. */
    public boolean goesToOnec() {
        return this == SHOP_CHANGED || this == FILLS_ONEC;
    }
}
