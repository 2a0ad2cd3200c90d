package ru.freesport.console.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of a packet into the catalogue, batch by batch, on the caller's connection and in the caller's
 * transaction. One intake serves one run, by one thread. The batches of wide rows are best about a thousand long.
 */
public final class CatalogIntake implements AutoCloseable {

    private final PacketConnection connection;
    private final ProductTable products;
    private final VariantTable variants;
    private final PriceTypeTable priceTypes;
    private final WarehouseTable warehouses;
    private final PriceTable prices;
    private final StockTable stock;
    private final DictionaryTables dictionaries;

    /** @param runId goes into every row that is created or changed, to tell later where its value came from */
    public CatalogIntake(Connection connection, long runId) throws SQLException {
        this(connection, runId, null);
    }

    /** @param guard remembers what is overwritten, until it judges the packet in the same transaction */
    public CatalogIntake(Connection connection, long runId, @Nullable PacketGuard guard) throws SQLException {
        this.connection = new PacketConnection(connection, runId, guard);
        this.connection.planEachTime();
        this.products = new ProductTable(this.connection);
        this.variants = new VariantTable(this.connection);
        this.priceTypes = new PriceTypeTable(this.connection);
        this.warehouses = new WarehouseTable(this.connection);
        this.prices = new PriceTable(this.connection, variants, priceTypes);
        this.stock = new StockTable(this.connection, variants, warehouses);
        this.dictionaries = new DictionaryTables(this.connection);
    }

    public Tally products(List<ProductRow> batch) throws SQLException {
        return products.take(batch);
    }

    public Tally variants(List<VariantRow> batch, Obstacles obstacles) throws SQLException {
        return variants.take(batch, obstacles);
    }

    public Tally prices(List<VariantPrices> batch, Obstacles obstacles) throws SQLException {
        return prices.take(batch, obstacles);
    }

    public Tally stock(List<VariantStock> batch, Obstacles obstacles) throws SQLException {
        return stock.take(batch, obstacles);
    }

    public Tally categories(List<DictionaryRow.Category> batch) throws SQLException {
        return dictionaries.categories(batch);
    }

    public Tally units(List<DictionaryRow.Unit> batch) throws SQLException {
        return dictionaries.units(batch);
    }

    public Tally properties(List<DictionaryRow.Property> batch) throws SQLException {
        return dictionaries.properties().properties(batch);
    }

    public Tally propertyValues(List<DictionaryRow.PropertyValue> batch) throws SQLException {
        return dictionaries.properties().values(batch);
    }

    public Tally priceTypes(List<DictionaryRow.PriceType> batch) throws SQLException {
        Tally tally = dictionaries.priceTypes(batch);
        priceTypes.forget();
        return tally;
    }

    public Tally warehouses(List<DictionaryRow.Warehouse> batch) throws SQLException {
        Tally tally = dictionaries.warehouses(batch);
        warehouses.forget();
        return tally;
    }

    /** Mappings may have been edited while the run waited: look them up again. */
    public void forgetMappings() {
        priceTypes.forget();
        warehouses.forget();
    }

    /**
     * Says which content stands behind the path of a picture.
     *
     * @return products' pictures that now show it; 0 when they already did
     */
    public int attachPicture(String path, String sha256) throws SQLException {
        return PictureTable.attach(connection, path, sha256);
    }

    /** True when some product names a picture of this path. */
    public boolean isPictureNamed(String path) throws SQLException {
        return PictureTable.isNamed(connection, path);
    }

    /** Remembers what a full packet named, for {@link FullPacket}. */
    public void seen(long packetId, String kind, Collection<String> onecIds) throws SQLException {
        CopyText rows = new CopyText();
        for (String id : onecIds) {
            rows.beginRow();
            rows.number(packetId).plain(kind).text(id).endRow();
        }
        connection.copy("packet_seen (packet_id, kind, onec_id)", rows);
    }

    /** True when a value of the variant came with a later run than the given one, so that older news must not touch it. */
    public boolean hasNewerPrice(String variantOnecId, String priceTypeOnecId, long runId) throws SQLException {
        return exists("""
                SELECT EXISTS (SELECT FROM price p JOIN variant v ON v.id = p.variant_id
                    JOIN price_type t ON t.id = p.price_type_id
                    WHERE v.onec_id = ? AND t.onec_id = ? AND p.run_id > ?)""", variantOnecId, priceTypeOnecId, runId);
    }

    /** The same of a variant that an offer has described. */
    public boolean hasNewerVariant(String variantOnecId, long runId) throws SQLException {
        PreparedStatement select = connection.statement("""
                SELECT EXISTS (SELECT FROM variant
                    WHERE onec_id = ? AND source_hash IS NOT NULL AND run_id > ?)""");
        select.setString(1, variantOnecId);
        select.setLong(2, runId);
        try (var result = select.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** The same of a quantity. */
    public boolean hasNewerStock(String variantOnecId, String warehouseOnecId, long runId) throws SQLException {
        return exists("""
                SELECT EXISTS (SELECT FROM stock s JOIN variant v ON v.id = s.variant_id
                    JOIN warehouse_onec_id w ON w.warehouse_id = s.warehouse_id
                    WHERE v.onec_id = ? AND w.onec_id = ? AND s.run_id > ?)""", variantOnecId, warehouseOnecId, runId);
    }

    private boolean exists(String sql, String first, String second, long runId) throws SQLException {
        PreparedStatement select = connection.statement(sql);
        select.setString(1, first);
        select.setString(2, second);
        select.setLong(3, runId);
        try (var result = select.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
