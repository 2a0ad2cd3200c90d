package ru.freesport.console.onec;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a file of order documents may be.
 *
 * @param maxBytes a larger one is refused
 * @param maxDocuments one with more documents is refused
 * @param maxAge one that 1C made longer before it sent it is refused; zero: never. Only for what 1C sends over the exchange
 *     protocol: a file may lie on the file server for as long as it likes
 */
@ConfigurationProperties("freesport.onec.order-files")
record OrderFileSettings(long maxBytes, int maxDocuments, Duration maxAge) {}
