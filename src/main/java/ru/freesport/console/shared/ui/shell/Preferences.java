package ru.freesport.console.shared.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.freesport.console.shared.ui.Translations;

/** Language and theme of this browser, kept in cookies so that the login page speaks them too. */
final class Preferences {

    private static final String LANGUAGE = "freesport-language";
    private static final String THEME = "freesport-theme";
    private static final int KEPT_SECONDS = (int) Duration.ofDays(365).toSeconds();

    private Preferences() {}

    /** What was chosen; Russian until somebody chooses. */
    static Locale language(@Nullable VaadinRequest request) {
        return read(request, LANGUAGE)
                .map(tag -> Translations.of(Locale.forLanguageTag(tag)).locale())
                .orElse(Translations.RUSSIAN);
    }

    static ColorScheme.Value theme(@Nullable VaadinRequest request) {
        return read(request, THEME).map(Preferences::scheme).orElse(ColorScheme.Value.LIGHT_DARK);
    }

    static void chooseLanguage(UI ui, Locale locale) {
        keep(LANGUAGE, locale.getLanguage());
        ui.getSession().setLocale(locale);
        // every text on the screen is built in one language: build it anew
        ui.getPage().reload();
    }

    static void chooseTheme(UI ui, ColorScheme.Value theme) {
        keep(THEME, theme.name());
        ui.getPage().setColorScheme(theme);
    }

    private static ColorScheme.Value scheme(String name) {
        return Arrays.stream(ColorScheme.Value.values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(ColorScheme.Value.LIGHT_DARK);
    }

    private static Optional<String> read(@Nullable VaadinRequest request, String name) {
        Cookie[] cookies = request == null ? null : request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    private static void keep(String name, String value) {
        VaadinResponse response = VaadinService.getCurrentResponse();
        if (response != null) {
            Cookie cookie = new Cookie(name, value);
            cookie.setPath("/");
            cookie.setMaxAge(KEPT_SECONDS);
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
    }
}
