package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.Nullable;
import ru.freesport.console.onec.commerceml.CommerceMlRecord.Group;

/** Reads one Группа and the groups inside it, handing out each parent before its children without keeping the tree. */
final class GroupRow {

    private final Rows rows;
    private final XmlCursor xml;
    private final @Nullable String parentId;

    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String version;
    private boolean deleted;
    private @Nullable Group handedOut;

    private GroupRow(Rows rows, @Nullable String parentId) {
        this.rows = rows;
        this.xml = rows.xml;
        this.parentId = parentId;
    }

    static void read(Rows rows, @Nullable String parentId) throws Exception {
        new GroupRow(rows, parentId).read();
    }

    private void read() throws Exception {
        Position opened = rows.open();
        deleted = xml.markedAsDeleted();
        while (xml.child()) {
            switch (xml.name()) {
                case "Ид" -> id = xml.text();
                case "НомерВерсии" -> version = xml.word();
                case "ПометкаУдаления" -> deleted |= xml.flag();
                case "Наименование" -> name = xml.text();
                case "Группы" -> children(opened);
                default -> xml.skip();
            }
        }
        if (id == null) {
            rows.refuse(opened, CommerceMlKind.GROUPS, null, parentId, RowProblem.NO_ID, name);
        } else if (!Lengths.id(id) || !Lengths.name(name)) {
            rows.refuse(opened, CommerceMlKind.GROUPS, id, parentId, RowProblem.TOO_LONG, Lengths.id(id) ? name : id);
        } else if (name == null && !deleted) {
            rows.refuse(opened, CommerceMlKind.GROUPS, id, parentId, RowProblem.NO_NAME, null);
        } else {
            Group group = new Group(id, parentId, name, deleted, version);
            if (!group.equals(handedOut)) {
                rows.emit(group, opened, id);
            }
        }
    }

    private void children(Position opened) throws Exception {
        if (id != null && name != null && Lengths.id(id) && Lengths.name(name) && handedOut == null) {
            handedOut = new Group(id, parentId, name, deleted, version);
            rows.record(handedOut, new Position(opened.line(), opened.startChar(), xml.startOffset()));
        }
        String parentOfChildren = id == null ? parentId : id;
        while (xml.child()) {
            if (xml.name().equals("Группа")) {
                read(rows, parentOfChildren);
            } else {
                xml.skip();
            }
        }
    }
}
