package ru.freesport.console.simulator;

/** The description of the used part of YooKassa, {@code src/docs/yookassa-api.yaml}; the page to pay on is no part of it. */
public final class YooKassaContract extends Contract {

    public YooKassaContract() {
        super(
                "yookassa-api.yaml",
                exchange ->
                        exchange.system().equals("yookassa") && !exchange.path().startsWith("/pay/"));
    }

    /** A notification that the console was sent. */
    public void notification(byte[] body) {
        holdSent("/notification", body);
    }
}
