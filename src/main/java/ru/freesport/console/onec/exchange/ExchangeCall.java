package ru.freesport.console.onec.exchange;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A call of 1C whose session is known.
 *
 * @param request for its method and body; its parameters are the query's
 */
record ExchangeCall(ExchangeQuery query, ExchangeSession session, HttpServletRequest request) {

    Uploads.Lane lane() {
        return new Uploads.Lane(session, query.type());
    }
}
