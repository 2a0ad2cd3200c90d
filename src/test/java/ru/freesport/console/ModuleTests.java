package ru.freesport.console;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModuleTests {

    private final ApplicationModules modules = ApplicationModules.of(ConsoleApplication.class);

    @Test
    void modulesKeepTheirDirections() {
        modules.verify();
    }

    @Test
    void modulesAreDrawn() {
        new Documenter(modules).writeModulesAsPlantUml().writeModuleCanvases();
    }
}
