package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits of the guard for one test; all tests share a database, so whoever sets them takes them away again. */
public final class SomeLimits {

    /** What the tests of everything else run with. */
    public static final GuardLimits NONE = new GuardLimits(null, null, 1, null, 1, List.of());

    private SomeLimits() {}

    public static GuardLimits ofPrices(String percent) {
        return new GuardLimits(new BigDecimal(percent), null, 1, null, 1, List.of());
    }

    public static GuardLimits ofLadder() {
        return new GuardLimits(null, null, 1, null, 1, GuardLimits.LADDER);
    }

    public static GuardLimits ofStock(String share, int least) {
        return new GuardLimits(null, new BigDecimal(share), least, null, 1, List.of());
    }

    public static GuardLimits ofGoods(String share, int least) {
        return new GuardLimits(null, null, 1, new BigDecimal(share), least, List.of());
    }

    /** Whoever is logged in. */
    public static void set(JdbcClient database, GuardLimits limits) {
        database.sql("""
                        INSERT INTO guard_limits (version, actor_kind, actor, reason, price_change, zeroed_share,
                            zeroed_least, hidden_share, hidden_least, ladder)
                        SELECT coalesce(max(version), 0) + 1, 'SYSTEM', 'test', 'test', ?, ?, ?, ?, ?, ?
                        FROM guard_limits""")
                .params(
                        limits.priceChange(),
                        limits.zeroedShare(),
                        limits.zeroedLeast(),
                        limits.hiddenShare(),
                        limits.hiddenLeast(),
                        limits.ladder().stream().map(Enum::name).toArray(String[]::new))
                .update();
    }
}
