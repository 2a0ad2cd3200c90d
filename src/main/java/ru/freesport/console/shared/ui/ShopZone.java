package ru.freesport.console.shared.ui;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The time zone the shop lives in, and so the one its screens speak; every time shown names it. */
@ConfigurationProperties("freesport.shared")
record ShopZone(@DefaultValue("Europe/Moscow") ZoneId zone) {

    private static volatile ZoneId current = ZoneId.of("Europe/Moscow");

    ShopZone {
        current = zone;
    }

    static ZoneId get() {
        return current;
    }
}
