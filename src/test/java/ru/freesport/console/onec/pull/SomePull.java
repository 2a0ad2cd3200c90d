package ru.freesport.console.onec.pull;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunRequest;
import ru.freesport.console.jobs.RunTrigger;
import ru.freesport.console.jobs.RunView;
import ru.freesport.console.jobs.Runs;
import ru.freesport.console.jobs.SomeRuns;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.PullImports;
import ru.freesport.console.onec.files.FtpFiles;
import ru.freesport.console.onec.files.FtpSettings;
import ru.freesport.console.onec.http.OnecHttp;
import ru.freesport.console.onec.http.OnecHttpSettings;
import ru.freesport.console.onec.http.OnecPages;
import ru.freesport.console.partners.Blobs;
import ru.freesport.console.partners.Messages;
import ru.freesport.console.partners.PartnerCalls;
import ru.freesport.console.partners.PartnerHttp;
import ru.freesport.console.shared.Actor;

/** Builds flows that ask a 1C of the test's own, and looks at what they remember. */
@Component
public class SomePull {

    static final PullSettings SETTINGS = new PullSettings(
            "0 0/30 * * * ?",
            "0 10/30 * * * ?",
            "0 5/15 * * * ?",
            "30 0/5 * * * ?",
            10,
            10,
            200_000,
            30,
            Duration.ZERO,
            Duration.ofHours(24),
            Duration.ofHours(1));

    private static final Map<ExchangeFlow, List<PullList>> LISTS = Map.of(
            ExchangeFlow.CATALOG, List.of(PullList.PRODUCTS, PullList.OFFERS),
            ExchangeFlow.PRICES, List.of(PullList.PRICES),
            ExchangeFlow.STOCK, List.of(PullList.STOCK),
            ExchangeFlow.ORDER_STATUSES, List.of(PullList.ORDER_STATUSES));

    @Autowired
    private JdbcClient database;

    @Autowired
    private PartnerCalls calls;

    @Autowired
    private PartnerHttp partnerHttp;

    @Autowired
    private Messages messages;

    @Autowired
    private Blobs blobs;

    @Autowired
    private Pulls pulls;

    @Autowired
    private PullSettlement settlement;

    @Autowired
    private PullImports imports;

    @Autowired
    private Runs runs;

    @Autowired
    private SomeRuns some;

    private Clock clock = Clock.systemUTC();
    private PullSettings settings = SETTINGS;

    /** As after the installation. */
    void forget() {
        database.sql("DELETE FROM http_pull").update();
        clock = Clock.systemUTC();
        settings = SETTINGS;
    }

    void with(UnaryOperator<PullSettings> change) {
        settings = change.apply(settings);
    }

    void later(Duration time) {
        clock = Clock.offset(clock, time);
    }

    /** @param ftpPort 0: there is no file server */
    PullTask task(ExchangeFlow flow, String address, int ftpPort) {
        OnecHttp http = new OnecHttp(
                new OnecHttpSettings(address, "exchange", "exchange", "demo-onec-secret"),
                calls,
                partnerHttp,
                Clock.systemUTC());
        FtpSettings ftp = new FtpSettings(
                ftpPort == 0 ? "" : "localhost",
                ftpPort,
                "onec",
                "onec",
                false,
                "",
                "from-shop",
                "to-shop",
                Duration.ofSeconds(1),
                Duration.ofSeconds(2));
        return new PullTask(
                flow,
                LISTS.get(flow),
                settings.prices(),
                settings,
                http,
                new PullPages(settings, new OnecPages(http, calls, messages, blobs), pulls, calls),
                pulls,
                settlement,
                imports,
                new FilesInstead(new FtpFiles(ftp, calls), ftp, runs),
                clock,
                ZoneId.of("Europe/Moscow"));
    }

    RunView run(PullTask task, UnaryOperator<RunRequest> more) {
        return some.run(task, more.apply(RunRequest.of(task.name(), RunTrigger.SCHEDULE, Actor.system())));
    }

    RunView run(PullTask task) {
        return run(task, UnaryOperator.identity());
    }

    /** The state and the number of pages of each listing, oldest first. */
    List<String> listings() {
        return database.sql("SELECT state || ' ' || pages FROM http_pull ORDER BY id")
                .query(String.class)
                .list();
    }
}
