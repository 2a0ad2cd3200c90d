package ru.freesport.console.catalog;

/** Hears of every row of a batch that could not be taken. */
@FunctionalInterface
public interface Obstacles {

    /**
     * @param row index of the row in the batch
     * @param part index of the price or stock row inside it; 0 for a row without parts
     */
    void met(int row, int part, Obstacle obstacle);
}
