package ru.freesport.console;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import ru.freesport.console.cli.CommandLineEntry;

/** The back office of a sports shop: one process that runs the integrations and shows people what happened. */
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet(Lumo.COMPACT_STYLESHEET)
@StyleSheet(Lumo.UTILITY_STYLESHEET)
@StyleSheet("styles.css")
@Modulithic(systemName = "FREESPORT Console", sharedModules = "shared")
@ConfigurationPropertiesScan
@SpringBootApplication
public class ConsoleApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        CommandLineEntry.main(ConsoleApplication.class, arguments);
    }
}
