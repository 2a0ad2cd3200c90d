package ru.freesport.console.shared;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What differs between two texts, line by line, with a few lines around each difference (the algorithm is Myers's). */
public final class LineDiff {

    private static final int AROUND = 3;
    private static final int MOST_LINES = 5_000;
    private static final int MOST_EDITS = 1_000;

    private LineDiff() {}

    /** What became of a line. */
    public enum Change {
        SAME,
        REMOVED,
        ADDED,
        /** Lines left out here because they are the same. */
        SKIPPED
    }

    /** @param text of SKIPPED: how many */
    public record Line(Change change, String text) {}

    /** Empty when the texts are the same; texts that are too long or have nothing in common are shown as removed and added. */
    public static List<Line> of(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        List<String> old = before.lines().limit(MOST_LINES).toList();
        List<String> now = after.lines().limit(MOST_LINES).toList();
        return shortened(edits(old, now));
    }

    private static List<Line> edits(List<String> old, List<String> now) {
        int most = Math.min(old.size() + now.size(), MOST_EDITS);
        int[] furthest = new int[2 * most + 2];
        List<int[]> trace = new ArrayList<>();
        for (int edits = 0; edits <= most; edits++) {
            trace.add(furthest.clone());
            for (int k = -edits; k <= edits; k += 2) {
                boolean isDown = k == -edits || k != edits && furthest[most + k - 1] < furthest[most + k + 1];
                int x = isDown ? furthest[Math.min(most + k + 1, furthest.length - 1)] : furthest[most + k - 1] + 1;
                int y = x - k;
                while (x < old.size() && y < now.size() && old.get(x).equals(now.get(y))) {
                    x++;
                    y++;
                }
                furthest[most + k] = x;
                if (x >= old.size() && y >= now.size()) {
                    return walked(old, now, trace, most);
                }
            }
        }
        List<Line> all = new ArrayList<>();
        old.forEach(line -> all.add(new Line(Change.REMOVED, line)));
        now.forEach(line -> all.add(new Line(Change.ADDED, line)));
        return all;
    }

    /** Back from the end along the furthest paths. */
    private static List<Line> walked(List<String> old, List<String> now, List<int[]> trace, int most) {
        List<Line> lines = new ArrayList<>();
        int x = old.size();
        int y = now.size();
        for (int edits = trace.size() - 1; edits >= 0; edits--) {
            int[] furthest = trace.get(edits);
            int k = x - y;
            boolean isDown = k == -edits || k != edits && furthest[most + k - 1] < furthest[most + k + 1];
            int before = isDown ? k + 1 : k - 1;
            int fromX = edits == 0 ? 0 : furthest[Math.min(most + before, furthest.length - 1)];
            int fromY = edits == 0 ? 0 : fromX - before;
            while (x > fromX && y > fromY && x > 0 && y > 0 && old.get(x - 1).equals(now.get(y - 1))) {
                lines.add(new Line(Change.SAME, old.get(--x)));
                y--;
            }
            if (edits > 0) {
                lines.add(isDown ? new Line(Change.ADDED, now.get(--y)) : new Line(Change.REMOVED, old.get(--x)));
            }
        }
        Collections.reverse(lines);
        return lines;
    }

    private static List<Line> shortened(List<Line> lines) {
        List<Line> shown = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            while (end < lines.size() && lines.get(end).change() == Change.SAME) {
                end++;
            }
            int from = at == 0 ? at : Math.min(at + AROUND, end);
            int to = end == lines.size() ? end : Math.max(end - AROUND, from);
            if (to - from > 1) {
                shown.addAll(lines.subList(at, from));
                shown.add(new Line(Change.SKIPPED, Integer.toString(to - from)));
                shown.addAll(lines.subList(to, end));
            } else {
                shown.addAll(lines.subList(at, end));
            }
            if (end < lines.size()) {
                shown.add(lines.get(end++));
            }
            at = end;
        }
        return shown;
    }
}
