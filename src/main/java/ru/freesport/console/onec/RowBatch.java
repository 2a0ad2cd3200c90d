package ru.freesport.console.onec;

import java.util.List;
import ru.freesport.console.onec.commerceml.CommerceMlRecord;
import ru.freesport.console.onec.commerceml.Position;
import ru.freesport.console.onec.commerceml.Section;

/**
 * Neighbouring records from one section of a file.
 *
 * @param bytesRead of the file so far
 */
record RowBatch(Section section, List<CommerceMlRecord> records, List<Position> positions, long bytesRead) {}
