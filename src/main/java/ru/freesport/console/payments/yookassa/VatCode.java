package ru.freesport.console.payments.yookassa;

/** YooKassa's codes of VAT rates; those of prepaid advances (10/110 and so on) are not used. */
final class VatCode {

    private VatCode() {}

    /**
     * @param vat per cent without needless zeroes, or NONE
     * @throws IllegalArgumentException for a rate that receipts do not know
     */
    static int of(String vat) {
        return switch (vat) {
            case "NONE" -> 1;
            case "0" -> 2;
            case "10" -> 3;
            case "20" -> 4;
            case "5" -> 7;
            case "7" -> 8;
            case "22" -> 11;
            default -> throw new IllegalArgumentException("A receipt knows no VAT of " + vat + " %");
        };
    }
}
