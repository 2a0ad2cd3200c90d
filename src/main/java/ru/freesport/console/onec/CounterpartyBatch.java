package ru.freesport.console.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.freesport.console.catalog.Tally;
import ru.freesport.console.customers.sync.CounterpartyIntake;
import ru.freesport.console.customers.sync.CounterpartyRow;
import ru.freesport.console.customers.sync.IntakeCounts;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Counterparty;
import ru.freesport.console.onec.commerceml.Position;

/**
 * What became of a batch of counterparties.
 *
 * @param changed ids of those that said something new
 * @param others those that buy nothing
 * @param conflicts that people must decide
 */
record CounterpartyBatch(Tally tally, List<String> changed, List<UntakenRow> malformed, int others, int conflicts) {

    static CounterpartyBatch take(RowBatch batch, CounterpartyIntake intake) throws SQLException {
        List<CounterpartyRow> rows = new ArrayList<>();
        Map<String, Position> places = new HashMap<>();
        int others = 0;
        for (int i = 0; i < batch.records().size(); i++) {
            if (batch.records().get(i) instanceof Counterparty counterparty) {
                if (counterparty.isBuyer()) {
                    rows.add(CounterpartyMapping.row(counterparty));
                    places.put(counterparty.id(), batch.positions().get(i));
                } else {
                    others++;
                }
            }
        }
        List<UntakenRow> malformed = new ArrayList<>();
        IntakeCounts counts = intake.take(
                rows,
                (id, field, value) -> malformed.add(new UntakenRow(
                        ImportKind.CONTRAGENTS,
                        RowKey.part(id, CounterpartyMapping.reason(field)),
                        UntakenState.REJECTED,
                        CounterpartyMapping.reason(field),
                        CounterpartyMapping.shown(value),
                        null,
                        places.get(id))));
        return new CounterpartyBatch(
                new Tally(counts.created(), counts.changed(), counts.unchanged() + others),
                counts.news(),
                malformed,
                others,
                counts.conflicts());
    }
}
