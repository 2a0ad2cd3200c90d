package ru.freesport.console.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.junit.jupiter.api.Test;

/** Both languages are whole, and no screen speaks past them. */
class TranslationTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path WORDS = Path.of("src/main/resources/vaadin-i18n");
    /**
     * Where Russian words are data: names in 1C's own files and what a generator writes into them; and a notice that is
     * printed in both languages at once because nobody has chosen one yet.
     */
    private static final List<String> RUSSIAN_IS_DATA = List.of(
            "/onec/commerceml/",
            "/onec/generator/",
            "/bench/",
            "/simulator/onec/",
            "/partners/MaskedText.java",
            "/partners/MaskedXml.java",
            "/partners/SensitiveNames.java",
            "/onec/CounterpartyMapping.java",
            "/shared/CompanyName.java",
            "/shared/PostalAddress.java",
            "/catalog/PropertyTables.java",
            "/catalog/PriceLevelGuess.java",
            "/access/FirstAdministrator.java");

    private static final Set<String> PLURALS = Set.of("one", "few", "many", "other");

    private final Map<String, String> russian =
            Translations.of(Translations.RUSSIAN).all();
    private final Map<String, String> english =
            Translations.of(Translations.ENGLISH).all();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(russian).isNotEmpty();
        assertThat(withoutPlurals(english)).isEqualTo(withoutPlurals(russian));
    }

    @Test
    void everyPluralHasAllFormsOfItsLanguage() {
        assertThat(missingForms(russian, Set.of("one", "few", "many"))).isEmpty();
        assertThat(missingForms(english, Set.of("one", "other"))).isEmpty();
    }

    @Test
    void aMissingPluralFormIsFound() {
        assertThat(missingForms(Map.of("x.row.one", "", "x.row.few", ""), Set.of("one", "few", "many")))
                .containsExactly("x.row.many");
    }

    @Test
    void textsTakeTheSameArgumentsInBothLanguages() {
        List<String> different = russian.keySet().stream()
                .filter(english::containsKey)
                .filter(key -> !arguments(russian.get(key)).equals(arguments(english.get(key))))
                .toList();
        assertThat(different).isEmpty();
    }

    /** MessageFormat swallows a straight apostrophe: write ’. */
    @Test
    void noTextHasAStraightApostrophe() {
        assertThat(russian.values()).noneMatch(text -> text.contains("'"));
        assertThat(english.values()).noneMatch(text -> text.contains("'"));
    }

    @Test
    void everyKeyIsWrittenOnce() throws IOException {
        for (String language : List.of("ru", "en")) {
            List<String> keys = new ArrayList<>();
            try (Stream<Path> files = Files.list(WORDS)) {
                for (Path file : files.filter(one -> one.toString().endsWith("_" + language + ".properties"))
                        .toList()) {
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.isBlank() && !line.startsWith("#") && line.contains("="))
                            .map(line -> line.substring(0, line.indexOf('=')).strip())
                            .forEach(keys::add);
                }
            }
            assertThat(keys).as(language).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        List<String> missing = sources().stream()
                .flatMap(source -> source.keys().stream())
                .filter(used -> !exists(used))
                .map(used -> used.file() + ": " + used.key())
                .toList();
        assertThat(missing).isEmpty();
    }

    @Test
    void noScreenHoldsALiteralText() throws IOException {
        assertThat(sources().stream().flatMap(source -> source.literals().stream()))
                .isEmpty();
    }

    @Test
    void literalTextsAndUnknownKeysOfABadScreenAreFound() {
        SourceTexts bad = SourceTexts.of(List.of(source("""
                        import com.vaadin.flow.component.button.Button;
                        @PageTitle("Runs")
                        class BadView {
                            BadView() {
                                add(new Button("Run now"), new Span(Texts.t("jobs.no.such.key")));
                                field.setLabel("Name");
                                String note = "Готово";
                                column.setHeader("№");
                                new Grid<Row>().addColumn(Row::name).setHeader("Имя");
                                plural("jobs.no.such.count", 3);
                                new NavigationEntry(group, 1, "jobs.no.such.title", icon, BadView.class);
                            }
                        }
                        """)), _ -> false).getFirst();
        assertThat(bad.literals())
                .anyMatch(found -> found.contains("@PageTitle"))
                .anyMatch(found -> found.contains("new Button(\"Run now\")"))
                .anyMatch(found -> found.contains("setLabel(\"Name\")"))
                .anyMatch(found -> found.contains("Готово"))
                .anyMatch(found -> found.contains("setHeader(\"Имя\")"))
                .noneMatch(found -> found.contains("№"));
        assertThat(bad.keys().stream().filter(used -> !exists(used)).map(SourceTexts.UsedKey::key))
                .containsExactlyInAnyOrder("jobs.no.such.key", "jobs.no.such.count", "jobs.no.such.title");
    }

    private boolean exists(SourceTexts.UsedKey used) {
        return used.plural() ? russian.containsKey(used.key() + ".many") : russian.containsKey(used.key());
    }

    private static List<SourceTexts> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return SourceTexts.of(
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(TranslationTests::source)
                            .toList(),
                    file -> RUSSIAN_IS_DATA.stream().anyMatch(file::contains));
        }
    }

    private static Set<String> withoutPlurals(Map<String, String> words) {
        return words.keySet().stream()
                .map(key -> PLURALS.contains(lastPart(key)) ? parent(key) + ".*" : key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> missingForms(Map<String, String> words, Set<String> forms) {
        return words.keySet().stream()
                .filter(key -> PLURALS.contains(lastPart(key)))
                .map(TranslationTests::parent)
                .distinct()
                .flatMap(key -> forms.stream().map(form -> key + "." + form))
                .filter(key -> !words.containsKey(key))
                .sorted()
                .toList();
    }

    private static Set<String> arguments(String text) {
        return java.util.regex.Pattern.compile("\\{\\d+")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String parent(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    private static JavaFileObject source(Path file) {
        try {
            return source(file.toUri(), Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JavaFileObject source(String text) {
        return source(URI.create("string:///BadView.java"), text);
    }

    private static JavaFileObject source(URI place, String text) {
        return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
