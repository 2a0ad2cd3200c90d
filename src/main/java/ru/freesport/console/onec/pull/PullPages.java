package ru.freesport.console.onec.pull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.freesport.console.jobs.RunContext;
import ru.freesport.console.onec.ExchangeFlow;
import ru.freesport.console.onec.http.OnecPages;
import ru.freesport.console.onec.http.PageQuery;
import ru.freesport.console.partners.CallOutcome;
import ru.freesport.console.partners.PartnerCalls;

/** Fetches a listing to its end or as far as 1C lets it; every page that came is kept. */
@Component
class PullPages {

    private final PullSettings settings;
    private final OnecPages pages;
    private final Pulls pulls;
    private final PartnerCalls calls;

    PullPages(PullSettings settings, OnecPages pages, Pulls pulls, PartnerCalls calls) {
        this.settings = settings;
        this.pages = pages;
        this.pulls = pulls;
        this.calls = calls;
    }

    /** @param stop null when everything came */
    record End(Pull pull, @Nullable PullStopped stop) {}

    End fetch(ExchangeFlow flow, List<PullList> lists, Pull from, RunContext run) {
        Pull pull = from;
        Set<String> seen = new HashSet<>();
        run.phase("onec.phase.pull");
        try {
            while (pull.list() < lists.size()) {
                run.checkpoint();
                pull = next(flow, lists.get(pull.list()), pull, seen, run);
                run.summary(pull.report());
            }
            return new End(pull, null);
        } catch (PullStopped stop) {
            run.summary(pull.report());
            return new End(pull, stop);
        }
    }

    private Pull next(ExchangeFlow flow, PullList list, Pull pull, Set<String> seen, RunContext run)
            throws PullStopped {
        if (pull.pages() >= settings.mostPages()) {
            throw PullStopped.endless(
                    "GET " + list.path() + ": more than " + settings.mostPages() + " pages and no end of them");
        }
        String name = list.fileName(pull.pages() + 1);
        return switch (pages.page(list.circuit(), query(list, pull), name, list::records)) {
            case CallOutcome.Succeeded<OnecPages.Page>(long call, OnecPages.Page page) -> {
                if (page.next().isPresent()
                        && !seen.add(list + " " + page.next().get())) {
                    throw PullStopped.endless("GET " + list.path() + ": the cursor "
                            + page.next().get() + " came twice, the pages go round in a circle");
                }
                Pulls.Stored stored = pulls.took(flow, pull, name, page, run);
                if (stored.message() != null) {
                    calls.keptAs(call, stored.message());
                }
                run.rows(page.records());
                run.progress(stored.pull().pages(), 0);
                yield stored.pull();
            }
            case CallOutcome.Failed failure -> throw PullStopped.by(list, failure);
        };
    }

    private PageQuery query(PullList list, Pull pull) {
        int limit = list == PullList.STOCK ? settings.stockPage() : settings.page();
        return new PageQuery(list.path(), pull.since(), pull.cursor(), pull.ids(), limit, settings.largestPage());
    }
}
