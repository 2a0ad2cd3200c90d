package ru.freesport.console.shared;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A company's name for comparing: without the legal form, quotes, punctuation and spaces, whatever the case, so that
 * ООО «Старт» and "Старт", Общество с ограниченной ответственностью are one name.
 *
 * @param words what is left of it, in its order
 */
public record CompanyName(List<String> words) {

    private static final List<String> LONG_FORMS = longestFirst(
            "общество с ограниченной ответственностью",
            "общество с дополнительной ответственностью",
            "публичное акционерное общество",
            "открытое акционерное общество",
            "закрытое акционерное общество",
            "непубличное акционерное общество",
            "акционерное общество",
            "индивидуальный предприниматель",
            "товарищество с ограниченной ответственностью",
            "автономная некоммерческая организация",
            "некоммерческая организация",
            "муниципальное бюджетное общеобразовательное учреждение",
            "муниципальное бюджетное учреждение",
            "муниципальное автономное учреждение",
            "муниципальное казенное учреждение",
            "государственное бюджетное общеобразовательное учреждение",
            "государственное бюджетное учреждение",
            "федеральное государственное бюджетное учреждение",
            "федеральное государственное унитарное предприятие",
            "муниципальное унитарное предприятие",
            "частное унитарное предприятие",
            "частное торговое унитарное предприятие",
            "унитарное предприятие",
            "крестьянское фермерское хозяйство");

    private static final Set<String> SHORT_FORMS = Set.of(
            "ооо", "одо", "пао", "оао", "зао", "нао", "ао", "ип", "тоо", "ано", "нко", "мбоу", "мбу", "мау", "мку",
            "гбоу", "гбу", "фгбу", "фгуп", "муп", "чуп", "чтуп", "уп", "чп", "кфх", "пбоюл", "llc", "ltd", "inc",
            "gmbh");

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static CompanyName of(String text) {
        String plain = NO_WORD.matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е'))
                .replaceAll(" ")
                .strip();
        String bare = " " + plain + " ";
        for (String form : LONG_FORMS) {
            bare = bare.replace(" " + form + " ", " ");
        }
        List<String> words = words(bare);
        List<String> named =
                words.stream().filter(word -> !SHORT_FORMS.contains(word)).toList();
        // a name that is nothing but a form is still a name
        return new CompanyName(named.isEmpty() ? words(plain) : named);
    }

    /** What names are compared by. */
    public String key() {
        return String.join("", words);
    }

    /**
     * Whether this name is a shortened way to write the other one: word by word it is the other's word, its beginning,
     * or the first letters of several; beginnings alone prove nothing, Спорт is not Спортмастер.
     */
    public boolean abbreviates(CompanyName full) {
        return key().length() < full.key().length() && covers(0, full.words, 0, false);
    }

    private boolean covers(int at, List<String> full, int from, boolean proven) {
        if (at == words.size() || from == full.size()) {
            return at == words.size() && from == full.size() && proven;
        }
        String word = words.get(at);
        String whole = full.get(from);
        return whole.startsWith(word) && covers(at + 1, full, from + 1, proven || whole.equals(word))
                || areInitials(word, full, from) && covers(at + 1, full, from + word.length(), true);
    }

    private static boolean areInitials(String word, List<String> full, int from) {
        if (word.length() < 2 || from + word.length() > full.size()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (full.get(from + i).charAt(0) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static List<String> longestFirst(String... forms) {
        return Arrays.stream(forms)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }
}
