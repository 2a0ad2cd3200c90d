package ru.freesport.console.onec.commerceml;

/** Latin letters that look like Russian ones: people type them, 1C tells them apart. */
public final class Lookalikes {

    private static final String LATIN = "abcehkmoptxyABCEHKMOPTXY";
    private static final String RUSSIAN = "авсенкмортхуАВСЕНКМОРТХУ";

    private Lookalikes() {}

    /** The Russian letter a Latin one looks like; any other sign as it is. */
    public static char russian(char sign) {
        int latin = LATIN.indexOf(sign);
        return latin < 0 ? sign : RUSSIAN.charAt(latin);
    }
}
