package ru.freesport.console.onec.exchange;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How 1C is answered.
 *
 * @param zip whether 1C is asked for archives
 * @param zipOrders whether orders go to 1C in an archive even when it did not ask for one
 * @param ordersAtOnce most orders of one answer
 * @param fileLimit bytes of one request's body; larger files come in parts
 * @param sessionLimit bytes of all files of one exchange
 * @param idle how long a session lives without a call
 * @param importWait how long a call of import waits for the result before it answers progress
 * @param charset of the answers; the classic modules of 1C expect windows-1251
 * @param language of the explanations
 * @param keepCalls how long calls and their answers are remembered
 */
@ConfigurationProperties("freesport.onec.exchange")
record ExchangeSettings(
        boolean zip,
        boolean zipOrders,
        int ordersAtOnce,
        long fileLimit,
        long sessionLimit,
        Duration idle,
        Duration importWait,
        Charset charset,
        Locale language,
        Duration keepCalls) {}
