package ru.freesport.console.onec.pull;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.PullImports;
import ru.freesport.console.onec.http.OnecHttp;

/** The flows from 1C: which lists each one takes and when. */
@Configuration(proxyBeanMethods = false)
class PullConfiguration {

    private final PullSettings settings;
    private final OnecHttp http;
    private final PullPages pages;
    private final Pulls pulls;
    private final PullSettlement settlement;
    private final PullImports imports;
    private final FilesInstead files;
    private final Clock clock;
    private final ZoneId zone;

    PullConfiguration(
            PullSettings settings,
            OnecHttp http,
            PullPages pages,
            Pulls pulls,
            PullSettlement settlement,
            PullImports imports,
            FilesInstead files,
            Clock clock,
            @Value("${freesport.shared.zone}") ZoneId zone) {
        this.settings = settings;
        this.http = http;
        this.pages = pages;
        this.pulls = pulls;
        this.settlement = settlement;
        this.imports = imports;
        this.files = files;
        this.clock = clock;
        this.zone = zone;
    }

    @Bean
    PullTask catalogPull() {
        return task(ExchangeFlow.CATALOG, List.of(PullList.PRODUCTS, PullList.OFFERS), settings.catalog());
    }

    @Bean
    PullTask pricesPull() {
        return task(ExchangeFlow.PRICES, List.of(PullList.PRICES), settings.prices());
    }

    @Bean
    PullTask stockPull() {
        return task(ExchangeFlow.STOCK, List.of(PullList.STOCK), settings.stock());
    }

    @Bean
    PullTask orderStatusesPull() {
        return task(ExchangeFlow.ORDER_STATUSES, List.of(PullList.ORDER_STATUSES), settings.orderStatuses());
    }

    private PullTask task(ExchangeFlow flow, List<PullList> lists, String cron) {
        return new PullTask(flow, lists, cron, settings, http, pages, pulls, settlement, imports, files, clock, zone);
    }
}
