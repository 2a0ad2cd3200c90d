package ru.freesport.console.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.freesport.console.access.CurrentUser;

/**
 * What 1C's price types and warehouses mean here: people look, decide, and look up who decided before. Rows that waited
 * for a decision are taken by themselves once it is made.
 */
@Service
public class Mappings {

    static final String MAY_LOOK =
            "hasAnyRole('ADMIN', 'MANAGER', 'OPERATIONS', 'SUPPORT', 'FINANCE', 'VIEWER', 'SYSTEM')";
    private static final String MAY_SEE = "hasAnyRole('ADMIN', 'OPERATIONS', 'MANAGER', 'VIEWER', 'SYSTEM')";
    private static final String MAY_DECIDE = "hasAnyRole('ADMIN', 'OPERATIONS')";

    private final PriceTypeMapping priceTypes;
    private final WarehouseMapping warehouses;
    private final MappingHistory history;
    private final CurrentUser user;
    private final JdbcClient database;

    Mappings(
            PriceTypeMapping priceTypes,
            WarehouseMapping warehouses,
            MappingHistory history,
            CurrentUser user,
            JdbcClient database) {
        this.priceTypes = priceTypes;
        this.warehouses = warehouses;
        this.history = history;
        this.user = user;
        this.database = database;
    }

    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<LevelSource> levels() {
        return priceTypes.levels();
    }

    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<PriceTypeUse> priceTypes() {
        return priceTypes.types();
    }

    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<Warehouse> warehouses() {
        return warehouses.warehouses();
    }

    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<WarehouseUse> warehouseIds() {
        return warehouses.uses();
    }

    /** Newest first. */
    @PreAuthorize(MAY_SEE)
    @Transactional(readOnly = true)
    public List<MappingChange> history(int limit) {
        return history.latest(limit);
    }

    /** How many price types and warehouses wait for a decision; cheap enough for every page. */
    @PreAuthorize(MAY_LOOK)
    @Transactional(readOnly = true)
    public long openQuestions() {
        return database.sql("""
                        SELECT (SELECT count(*) FROM price_type t WHERE t.active AND NOT t.ignored
                                AND NOT EXISTS (SELECT FROM price_level l WHERE l.price_type_onec_id = t.onec_id))
                            + (SELECT count(*) FROM warehouse_onec_id WHERE warehouse_id IS NULL AND NOT ignored)""").query(Long.class).single();
    }

    /**
     * Has a 1C price type feed a level; null leaves the level without a source.
     *
     * @param version of the level as the person saw it
     * @param reason needed when the level had a source
     */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public MappingOutcome feed(
            PriceLevel level, @Nullable String priceTypeOnecId, long version, @Nullable String reason) {
        return priceTypes.feed(level, priceTypeOnecId, version, reason, user.actor());
    }

    /** An ignored type's prices are not kept, and nothing waits for it. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public MappingOutcome ignorePriceType(String onecId, boolean ignored, long version, @Nullable String reason) {
        return priceTypes.ignore(onecId, ignored, version, reason, user.actor());
    }

    /** Says that a 1C id is a warehouse we know; a reason is needed when it was another one. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public MappingOutcome joinWarehouse(String onecId, int warehouseId, long version, @Nullable String reason) {
        return warehouses.join(onecId, warehouseId, version, reason, user.actor());
    }

    /** Makes a new warehouse of a 1C id. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public MappingOutcome acceptWarehouse(String onecId, String name, long version, @Nullable String reason) {
        return warehouses.accept(onecId, name, version, reason, user.actor());
    }

    /** An ignored warehouse's stock is not kept; no longer ignored it is unknown again. */
    @PreAuthorize(MAY_DECIDE)
    @Transactional
    public MappingOutcome ignoreWarehouse(String onecId, boolean ignored, long version, @Nullable String reason) {
        return warehouses.ignore(onecId, ignored, version, reason, user.actor());
    }

    /** Notes which run takes the rows that a decision freed; for whoever keeps such rows. */
    @Transactional
    public void retriedBy(long change, long runId) {
        history.retriedBy(change, runId);
    }
}
