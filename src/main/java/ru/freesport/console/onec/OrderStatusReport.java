package ru.freesport.console.onec;

import java.util.List;

/** What a run over files of order documents leaves for whoever ordered it. */
public record OrderStatusReport(KindCounts counts, List<OrderFileRefusal> refused) {

    /** There were documents and not one of them could be taken. */
    public boolean isNothingTaken() {
        return counts.rejected() > 0 && counts.rejected() == counts.read();
    }
}
