package ru.freesport.console.catalog;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes prices: reads what is stored for the variants of a batch, copies new rows in, updates those that differ. */
final class PriceTable {

    private static final String STORED =
            "SELECT variant_id, price_type_id, amount, currency FROM price WHERE variant_id = ANY(?)";
    private static final String CHANGE = """
            UPDATE price p SET amount = c.amount, currency = c.currency, run_id = ?, changed_at = now()
            FROM unnest(?::bigint[], ?::int[], ?::numeric[], ?::text[]) c (variant_id, price_type_id, amount, currency)
            WHERE p.variant_id = c.variant_id AND p.price_type_id = c.price_type_id""";
    private static final int SCALE = 2;

    private final PacketConnection connection;
    private final VariantTable variants;
    private final PriceTypeTable types;
    private final CopyText rows = new CopyText();

    PriceTable(PacketConnection connection, VariantTable variants, PriceTypeTable types) {
        this.connection = connection;
        this.variants = variants;
        this.types = types;
    }

    Tally take(List<VariantPrices> batch, Obstacles obstacles) throws SQLException {
        Set<String> wanted = LinkedHashSet.newLinkedHashSet(batch.size());
        batch.forEach(offer -> wanted.add(offer.variantOnecId()));
        Map<String, Long> ids = variants.idsOrStandIns(wanted);
        Map<Key, Stored> stored = stored(ids.values(), batch.size() * 6);
        Map<Key, Stored> wantedRows = LinkedHashMap.newLinkedHashMap(batch.size() * 6);
        int unchanged = 0;
        for (int i = 0; i < batch.size(); i++) {
            VariantPrices offer = batch.get(i);
            Long variant = ids.get(offer.variantOnecId());
            for (int part = 0; part < offer.prices().size(); part++) {
                VariantPrices.Price price = offer.prices().get(part);
                PriceTypeTable.Known type = types.known(price.priceTypeOnecId());
                if (type.isOpen()) {
                    obstacles.met(i, part, new Obstacle(Obstacle.Kind.PRICE_TYPE, price.priceTypeOnecId()));
                } else if (variant == null) {
                    obstacles.met(i, part, new Obstacle(Obstacle.Kind.VARIANT, offer.variantOnecId()));
                } else if (type.ignored() || price.amount() == null) {
                    unchanged++;
                } else if (wantedRows.put(new Key(variant, type.id()), value(price, type)) != null) {
                    unchanged++;
                }
            }
        }
        return write(wantedRows, stored, unchanged);
    }

    private Tally write(Map<Key, Stored> wanted, Map<Key, Stored> stored, int alreadyUnchanged) throws SQLException {
        rows.clear();
        List<Map.Entry<Key, Stored>> changes = new ArrayList<>();
        int created = 0;
        for (Map.Entry<Key, Stored> entry : wanted.entrySet()) {
            Stored known = stored.get(entry.getKey());
            if (known == null) {
                rows.beginRow();
                rows.number(entry.getKey().variant)
                        .number(entry.getKey().type)
                        .number(entry.getValue().amount)
                        .plain(entry.getValue().currency)
                        .number(connection.runId())
                        .endRow();
                created++;
            } else if (!known.equals(entry.getValue())) {
                changes.add(entry);
            }
        }
        connection.copy("price (variant_id, price_type_id, amount, currency, run_id)", rows);
        connection.grew("price (variant_id)", created);
        change(changes);
        if (connection.memory() != null && created > 0 && !stored.isEmpty()) {
            tellOfNewOnes(connection.memory(), wanted.keySet(), stored.keySet());
        }
        return new Tally(created, changes.size(), alreadyUnchanged + wanted.size() - created - changes.size());
    }

    private Map<Key, Stored> stored(Collection<Long> variantIds, int expected) throws SQLException {
        Map<Key, Stored> found = HashMap.newHashMap(expected);
        PreparedStatement select = connection.statement(STORED);
        select.setArray(1, connection.longs(variantIds));
        try (ResultSet result = select.executeQuery()) {
            while (result.next()) {
                found.put(
                        new Key(result.getLong(1), result.getInt(2)),
                        new Stored(result.getBigDecimal(3), result.getString(4)));
            }
        }
        return found;
    }

    private void change(List<Map.Entry<Key, Stored>> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        GuardMemory memory = connection.memory();
        PreparedStatement update = connection.statement(memory == null ? CHANGE : memory.rememberingPrices(CHANGE));
        update.setLong(1, connection.runId());
        update.setArray(
                2,
                connection.array(
                        "bigint", changes.stream().map(c -> c.getKey().variant).toArray()));
        update.setArray(
                3,
                connection.array(
                        "int4", changes.stream().map(c -> c.getKey().type).toArray()));
        update.setArray(
                4,
                connection.array(
                        "numeric",
                        changes.stream().map(c -> c.getValue().amount).toArray()));
        update.setArray(
                5,
                connection.array(
                        "text", changes.stream().map(c -> c.getValue().currency).toArray()));
        if (memory != null) {
            update.setLong(6, connection.runId());
        }
        update.executeUpdate();
    }

    /** New prices of variants that have others already. */
    private static void tellOfNewOnes(GuardMemory memory, Set<Key> wanted, Set<Key> stored) throws SQLException {
        Set<Long> priced = new HashSet<>();
        stored.forEach(key -> priced.add(key.variant));
        List<Key> fresh = wanted.stream()
                .filter(key -> priced.contains(key.variant) && !stored.contains(key))
                .toList();
        if (!fresh.isEmpty()) {
            memory.created(
                    fresh.stream().map(Key::variant).toList(),
                    fresh.stream().map(Key::type).toList());
        }
    }

    private static Stored value(VariantPrices.Price price, PriceTypeTable.Known type) {
        BigDecimal amount = java.util.Objects.requireNonNull(price.amount());
        return new Stored(
                amount.setScale(SCALE, java.math.RoundingMode.HALF_UP), currency(price.currency(), type.currency()));
    }

    private static String currency(@Nullable String ofPrice, @Nullable String ofType) {
        if (ofPrice != null) {
            return ofPrice;
        }
        return ofType == null ? "RUB" : ofType;
    }

    private record Key(long variant, int type) {}

    private record Stored(BigDecimal amount, String currency) {}
}
