package ru.freesport.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.freesport.console.ConsoleTest;

/** Every address people can open, taken from the router itself, is read by axe-core, in the light theme. */
@ConsoleTest
class AccessibleInBrowserTest {

    private static final Set<String> GRAVE = Set.of("critical", "serious");
    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final Pattern OPTIONAL = Pattern.compile("/:\\w+[?*](\\(.*\\))?");
    private static final Pattern REQUIRED = Pattern.compile(":\\w+(\\(.*\\))?");

    private static final double OPENS_MILLIS = 10_000;
    private static final double FITS_MILLIS = 3_000;
    private static final String FITS = """
            () => [...document.querySelectorAll('.page, .page-header, .filter-bar, .filter-bar *')]
                .every(part => part.getBoundingClientRect().right <= window.innerWidth + 1)""";

    @LocalServerPort
    private int port;

    @Autowired
    private ServletContext servlets;

    @Test
    void noViewHasAGraveFaultOfAccessibility() {
        Set<String> addresses = addresses();
        assertThat(addresses).contains("", "circuits", "orders", "messages", "debt");
        List<String> faults = new ArrayList<>();
        try (Chromium chromium = Chromium.on(port)) {
            Page page = chromium.as("admin");
            for (String address : addresses) {
                chromium.open(page, "/" + address);
                try {
                    page.waitForSelector(
                            "vaadin-login-form, form, main *, .page, h1",
                            new Page.WaitForSelectorOptions().setTimeout(OPENS_MILLIS));
                } catch (TimeoutError late) {
                    faults.add("/" + address + " did not open");
                    continue;
                }
                faults.addAll(faults(new AxeBuilder(page).withTags(STANDARD), "/" + address));
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What stands beyond the edge of a phone nobody sees: the page itself does not scroll sideways, only tables do. */
    @Test
    void noViewIsWiderThanAPhone() {
        List<String> faults = new ArrayList<>();
        try (Chromium chromium = Chromium.on(port)) {
            Page page = chromium.as("admin");
            page.setViewportSize(390, 844);
            for (String address : addresses()) {
                chromium.open(page, "/" + address);
                try {
                    page.waitForSelector(
                            "vaadin-login-form, form, main *, .page, h1",
                            new Page.WaitForSelectorOptions().setTimeout(OPENS_MILLIS));
                    page.waitForFunction(FITS, null, new Page.WaitForFunctionOptions().setTimeout(FITS_MILLIS));
                } catch (TimeoutError never) {
                    faults.add("/" + address);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** The views that only tests have are left out; an optional part of the address is left away; a required one gets a value nobody has: that state is a view too. */
    private Set<String> addresses() {
        return ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .filter(route -> !route.getNavigationTarget().getSimpleName().startsWith("Some"))
                .map(RouteBaseData::getTemplate)
                .filter(template -> !template.startsWith("some-"))
                .map(template -> OPTIONAL.matcher(template).replaceAll(""))
                .map(template -> REQUIRED.matcher(template).replaceAll("1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** That a list of tabs has its tabs is the component's own affair: they stand in its slot, which this rule does not see. */
    private static List<String> faults(AxeBuilder axe, String place) {
        return axe.disableRules(List.of("aria-required-children")).analyze().getViolations().stream()
                .filter(rule -> GRAVE.contains(rule.getImpact()))
                .map(rule -> place + " " + described(rule))
                .toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(CheckedNode::getHtml)
                        .map(html -> html.substring(0, Math.min(html.length(), 160)))
                        .limit(4)
                        .collect(Collectors.joining(" | "));
    }
}
