package ru.freesport.console.simulator.onec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The goods of the simulated 1C: a handful, the same at every start, whose prices and stock the lab can move. */
final class GoodsBook {

    private static final List<String> NAMES = List.of(
            "Мяч футбольный тренировочный",
            "Коврик для йоги 6 мм",
            "Скакалка скоростная",
            "Гантель обрезиненная 5 кг",
            "Перчатки вратарские",
            "Шлем велосипедный",
            "Ракетка для бадминтона",
            "Лыжи беговые пластиковые",
            "Очки для плавания",
            "Палатка двухместная",
            "Спальный мешок летний",
            "Рюкзак туристический 60 л");
    private static final List<String> SIZES = List.of("S", "M", "L");
    /** They were there before anybody looked. */
    private static final Duration AGE = Duration.ofDays(1);

    private static final BigDecimal HALF_MORE = new BigDecimal("1.5");

    private final Clock clock;
    private final List<Good> goods;
    private final Offer[] offers;

    GoodsBook(Clock clock) {
        this.clock = clock;
        Instant longAgo = clock.instant().minus(AGE);
        goods = IntStream.range(0, NAMES.size())
                .mapToObj(number -> Good.number(number, longAgo))
                .toList();
        offers = goods.stream().flatMap(good -> good.offers().stream()).toArray(Offer[]::new);
    }

    /**
     * Which records are asked for.
     *
     * @param since changed at or after it
     * @param ids of goods or variants; empty: all
     */
    record Wanted(Instant since, Set<String> ids) {

        static final Wanted ALL = new Wanted(Instant.EPOCH, Set.of());

        private boolean holds(Instant changed, String id, String goodId) {
            return !changed.isBefore(since) && (ids.isEmpty() || ids.contains(id) || ids.contains(goodId));
        }
    }

    List<Good> goods(Wanted wanted) {
        return goods.stream()
                .filter(good -> wanted.holds(good.changed(), good.id(), good.id()))
                .toList();
    }

    synchronized List<Offer> offers(Wanted wanted) {
        return List.of(offers).stream()
                .filter(offer -> wanted.holds(offer.changed(), offer.id(), offer.goodId()))
                .toList();
    }

    synchronized List<Offer> priced(Wanted wanted) {
        return List.of(offers).stream()
                .filter(offer -> wanted.holds(offer.priceChanged(), offer.id(), offer.goodId()))
                .toList();
    }

    synchronized List<Offer> stocked(Wanted wanted) {
        return List.of(offers).stream()
                .filter(offer -> wanted.holds(offer.stockChanged(), offer.id(), offer.goodId()))
                .toList();
    }

    /**
     * {@code stock:12} or {@code price:990} of one variant by its id or code, or of every one: {@code sell}, {@code sold-out} and
     * {@code raise}, that is by half.
     *
     * @return false when there is no such variant
     * @throws IllegalArgumentException when there is no such act
     */
    synchronized boolean move(String id, String act) {
        Instant now = clock.instant();
        UnaryOperator<Offer> change = change(act, now);
        boolean moved = false;
        for (int i = 0; i < offers.length; i++) {
            if (id.equals("catalog") || id.equals(offers[i].id()) || id.equals(offers[i].code())) {
                offers[i] = change.apply(offers[i]);
                moved = true;
            }
        }
        return moved;
    }

    private static UnaryOperator<Offer> change(String act, Instant now) {
        String[] parts = act.split(":", 2);
        return switch (parts[0]) {
            case "stock" -> offer -> offer.stock(Integer.parseInt(parts[1]), now);
            case "price" -> offer -> offer.retail(new BigDecimal(parts[1]), now);
            case "sell" -> offer -> offer.stock() == 0 ? offer : offer.stock(offer.stock() - 1, now);
            case "sold-out" -> offer -> offer.stock(0, now);
            case "raise" ->
                offer -> offer.retail(offer.retail().multiply(HALF_MORE).setScale(0, RoundingMode.HALF_UP), now);
            default -> throw new IllegalArgumentException("1C knows no act " + act);
        };
    }

    /** A good of the catalogue; its id follows from its number. */
    record Good(String id, String article, String name, int number, Instant changed) {

        private static Good number(int number, Instant changed) {
            String article = "FS-%04d".formatted(number + 1);
            return new Good(idOf(article), article, NAMES.get(number), number, changed);
        }

        private List<Offer> offers() {
            return SIZES.stream()
                    .map(size -> new Offer(
                            id + "#" + idOf(article + size),
                            id,
                            article + "-" + size,
                            name + " (" + size + ")",
                            BigDecimal.valueOf(490L * (number + 1)),
                            (number * 7 + SIZES.indexOf(size) * 3) % 40,
                            changed,
                            changed,
                            changed))
                    .toList();
        }

        private static String idOf(String word) {
            return UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    /**
     * A variant of a good.
     *
     * @param code short enough to type, {@code FS-0001-M}
     * @param retail the highest of its prices, in roubles
     * @param stock pieces in each warehouse
     */
    record Offer(
            String id,
            String goodId,
            String code,
            String name,
            BigDecimal retail,
            int stock,
            Instant changed,
            Instant priceChanged,
            Instant stockChanged) {

        private Offer stock(int pieces, Instant now) {
            return new Offer(id, goodId, code, name, retail, pieces, changed, priceChanged, now);
        }

        private Offer retail(BigDecimal price, Instant now) {
            return new Offer(id, goodId, code, name, price, stock, changed, now, stockChanged);
        }
    }
}
