package ru.freesport.console.shared.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;

/** Numbers, money, sizes and times as people here write them, in the language of the screen. */
public final class Formats {

    private static final long UNIT = 1024;
    private static final String[] SIZES = {"B", "KB", "MB", "GB", "TB"};
    private static final int QUANTITY_DIGITS = 3;

    private Formats() {}

    public static String number(long value) {
        return NumberFormat.getIntegerInstance(Texts.locale()).format(value);
    }

    /** Always with kopecks: {@code 4 590,00 ₽}. */
    public static String money(BigDecimal amount, String currencyCode) {
        Locale locale = Texts.locale();
        Currency currency = Currency.getInstance(currencyCode);
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(Math.max(currency.getDefaultFractionDigits(), amount.scale()));
        String sign = "RUB".equals(currencyCode) ? "₽" : currency.getSymbol(locale);
        return format.format(amount) + "\u00a0" + sign;
    }

    /** Stock and such: no needless zeroes, at most three digits after the comma. */
    public static String quantity(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(Texts.locale());
        format.setMaximumFractionDigits(QUANTITY_DIGITS);
        return format.format(value);
    }

    /** A share of one as whole per cent. */
    public static String percent(double share) {
        return NumberFormat.getPercentInstance(Texts.locale()).format(share);
    }

    public static String bytes(long size) {
        int step = 0;
        double value = size;
        while (value >= UNIT && step < SIZES.length - 1) {
            value /= UNIT;
            step++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(Texts.locale());
        format.setMaximumFractionDigits(step > 0 && value < 100 ? 1 : 0);
        return format.format(value) + "\u00a0" + Texts.t("shared.size." + SIZES[step]);
    }

    /** The two greatest parts: {@code 2 ч 5 мин}, {@code 12 с}, {@code 340 мс}. */
    public static String duration(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 10 && time.toMillisPart() > 0) {
            return seconds < 1
                    ? Texts.t("shared.time.ms", time.toMillis())
                    : Texts.t(
                            "shared.time.s",
                            BigDecimal.valueOf(time.toMillis())
                                    .movePointLeft(3)
                                    .setScale(1, RoundingMode.HALF_UP)
                                    .stripTrailingZeros());
        }
        if (seconds < 60) {
            return Texts.t("shared.time.s", seconds);
        }
        if (seconds < 3600) {
            return joined("shared.time.min", seconds / 60, "shared.time.s", seconds % 60);
        }
        return time.toDays() > 0
                ? joined("shared.time.d", time.toDays(), "shared.time.h", time.toHoursPart())
                : joined("shared.time.h", time.toHours(), "shared.time.min", time.toMinutesPart());
    }

    /** {@code 5 мин назад}, {@code через 2 ч}; beyond a month the date says more. */
    public static String relative(Instant moment, Instant now) {
        Duration gap = Duration.between(moment, now);
        long seconds = Math.abs(gap.toSeconds());
        if (seconds < 5) {
            return Texts.t("shared.time.now");
        }
        if (seconds > Duration.ofDays(30).toSeconds()) {
            return date(moment);
        }
        String amount = greatest(seconds);
        return Texts.t(gap.isNegative() ? "shared.time.in" : "shared.time.ago", amount);
    }

    /** Date, time and zone: {@code 23.11.2026 22:45:10 МСК}. */
    public static String absolute(Instant moment) {
        ZoneId zone = ShopZone.get();
        Locale locale = Texts.locale();
        String sign = "ru".equals(locale.getLanguage()) && "Europe/Moscow".equals(zone.getId())
                ? Texts.t("shared.time.moscow")
                : zone.getDisplayName(TextStyle.SHORT, locale);
        return at(moment, "dd.MM.yyyy HH:mm:ss") + "\u00a0" + sign;
    }

    public static String date(Instant moment) {
        return at(moment, "dd.MM.yyyy");
    }

    /** A day that belongs to no zone. */
    public static String date(LocalDate day) {
        return date(day.atStartOfDay(ShopZone.get()).toInstant());
    }

    /** A moment on the shop's clock. */
    public static String absolute(LocalDateTime moment) {
        return absolute(moment.atZone(ShopZone.get()).toInstant());
    }

    public static String clock(Instant moment) {
        return at(moment, "HH:mm:ss");
    }

    /** For files a spreadsheet reads: no grouping, the decimal sign of the language. */
    static String plain(BigDecimal value, Locale locale) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    private static String at(Instant moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Texts.locale())
                .withZone(ShopZone.get())
                .format(moment);
    }

    private static String greatest(long seconds) {
        if (seconds < 60) {
            return Texts.t("shared.time.sec", seconds);
        }
        if (seconds < 3600) {
            return Texts.t("shared.time.min", seconds / 60);
        }
        return seconds < 86_400
                ? Texts.t("shared.time.h", seconds / 3600)
                : Texts.plural("shared.time.day", seconds / 86_400);
    }

    private static String joined(String greatKey, long great, String smallKey, long small) {
        return Texts.t(greatKey, great) + (small > 0 ? "\u00a0" + Texts.t(smallKey, small) : "");
    }
}
