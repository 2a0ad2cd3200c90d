package ru.freesport.console.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import ru.freesport.console.access.RunAs;
import ru.freesport.console.catalog.ProductFilter;
import ru.freesport.console.catalog.Products;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunWatcher;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.onec.generator.ExportGenerator;
import ru.freesport.console.onec.generator.Shape;
import ru.freesport.console.shared.Actor;

/** Gives an empty demo something to sell: a generated export, taken the way every export is. */
@Component
@Profile("demo")
@Order(100)
class DemoCatalog implements ApplicationRunner {

    private static final int PRODUCTS = 120;
    private static final long SEED = 7;

    private final Products products;
    private final LocalFiles files;
    private final PacketImport imports;
    private final Runs runs;

    DemoCatalog(Products products, LocalFiles files, PacketImport imports, Runs runs) {
        this.products = products;
        this.files = files;
        this.imports = imports;
        this.runs = runs;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, LocalFiles.NothingToImport {
        if (!RunAs.system(() -> products.page(ProductFilter.ALL, 0, 1)).isEmpty()) {
            return;
        }
        Path folder = Files.createTempDirectory("freesport-demo");
        try {
            Path export = Files.createDirectory(folder.resolve("demo"));
            ExportGenerator.generate(export, PRODUCTS, SEED, Shape.FULL);
            long packet = files.store(export, Door.FOLDER, Actor.system(), (_, _) -> {});
            runs.runHere(
                    imports.packet(
                            packet,
                            true,
                            EnumSet.allOf(ImportKind.class),
                            RunTrigger.FOLDER,
                            Actor.system(),
                            false,
                            null,
                            "demo"),
                    RunWatcher.NONE);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
