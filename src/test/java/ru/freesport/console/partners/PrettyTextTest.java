package ru.freesport.console.partners;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrettyTextTest {

    @Test
    void jsonGetsALineForEachValue() {
        assertThat(PrettyText.of("{\"a\":[1,{\"b\":\"x, {y}\"}],\"c\":{}, \"d\" : [ ]}"))
                .isEqualTo("""
                {
                  "a": [
                    1,
                    {
                      "b": "x, {y}"
                    }
                  ],
                  "c": {},
                  "d": []
                }""");
    }

    @Test
    void xmlGetsALineForEachElementAndTextsStayWithTheirs() {
        assertThat(PrettyText.of("<?xml version=\"1.0\"?><a><b к=\"1\">текст</b><c/><d></d></a>"))
                .isEqualTo("""
                <?xml version="1.0"?>
                <a>
                  <b к="1">текст</b>
                  <c/>
                  <d></d>
                </a>""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"cut", "<a><b>cut", "<a><b", "{]}", "</a></b>", "success\nsessid", ""})
    void whatIsCutOrBrokenKeepsAllItsCharacters(String text) {
        assertThat(PrettyText.of(text).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Test
    void curlRepeatsTheRequestWithoutWhatItWorksOutByItself() {
        assertThat(CurlCommand.of(
                        "POST http://1c.example/orders?x=1\nContent-Length: 7\nX-Api-Key: ***\nAccept: a/b", "it's"))
                .hasValue("""
                        curl -X POST 'http://1c.example/orders?x=1' \\
                          -H 'X-Api-Key: ***' \\
                          -H 'Accept: a/b' \\
                          --data-binary 'it'\\''s'""");
        assertThat(CurlCommand.of("STOR from-shop/a.xml (7 B)", null)).isEmpty();
    }
}
