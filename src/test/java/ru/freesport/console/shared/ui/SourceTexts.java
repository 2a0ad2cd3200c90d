package ru.freesport.console.shared.ui;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Reads source files with the compiler's own parser: which texts they hold and which translation keys they ask for. */
final class SourceTexts extends TreeScanner<Void, Void> {

    record UsedKey(String file, String key, boolean plural) {}

    /** Constructors whose text arguments a person reads. */
    private static final Set<String> COMPONENTS = Set.of(
            "Button",
            "Span",
            "H1",
            "H2",
            "H3",
            "H4",
            "H5",
            "H6",
            "Paragraph",
            "Anchor",
            "RouterLink",
            "NativeLabel",
            "Tab",
            "Details",
            "Checkbox",
            "TextField",
            "TextArea",
            "PasswordField",
            "EmailField",
            "IntegerField",
            "NumberField",
            "BigDecimalField",
            "Select",
            "ComboBox",
            "MultiSelectComboBox",
            "RadioButtonGroup",
            "CheckboxGroup",
            "DatePicker",
            "DateTimePicker",
            "TimePicker",
            "Dialog",
            "ConfirmDialog",
            "Notification",
            "SideNav",
            "SideNavItem",
            "Badge",
            "Card",
            "Popover",
            "Text",
            "Term",
            "Description",
            "ListItem",
            "Pre",
            "StatusBadge",
            "PageHeader",
            "EmptyState",
            "FilterBar",
            "ConfirmWithReason",
            "ChartCanvas",
            "TimeAgo",
            "Accordion",
            "AccordionPanel",
            "Avatar",
            "Html",
            "Legend",
            "Header",
            "Footer");
    /** Methods whose text arguments a person reads. */
    private static final Set<String> SETTERS = Set.of(
            "setText",
            "setLabel",
            "setHeader",
            "setFooter",
            "setPlaceholder",
            "setTitle",
            "setTooltipText",
            "setHelperText",
            "setErrorMessage",
            "setAriaLabel",
            "setHeaderTitle",
            "setConfirmText",
            "setCancelText",
            "setRejectText",
            "setRequiredMessage",
            "setEmptySelectionCaption",
            "setEmptyStateText",
            "setSummaryText",
            "subtitle",
            "subject",
            "effect",
            "withValidator",
            "asRequired",
            "setAlt",
            "setPageTitle",
            "setItemLabel");

    private static final Set<String> TRANSLATING = Set.of("t", "getTranslation", "translate");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}|^\\p{IsCyrillic}$");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");

    private final String file;
    private final boolean cyrillicAllowed;
    private final boolean screen;
    private final List<String> literals = new ArrayList<>();
    private final List<UsedKey> keys = new ArrayList<>();

    private SourceTexts(String file, boolean cyrillicAllowed, boolean screen) {
        this.screen = screen;
        this.file = file;
        this.cyrillicAllowed = cyrillicAllowed;
    }

    static List<SourceTexts> of(List<? extends JavaFileObject> sources, Predicate<String> cyrillicAllowed) {
        JavacTask parser = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, _ -> {}, List.of("-proc:none"), null, sources);
        List<SourceTexts> found = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : parser.parse()) {
                String file = unit.getSourceFile().getName();
                SourceTexts texts = new SourceTexts(file, cyrillicAllowed.test(file), isScreen(unit));
                texts.scan(unit, null);
                found.add(texts);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Texts that should have been keys, each with its place. */
    List<String> literals() {
        return literals;
    }

    List<UsedKey> keys() {
        return keys;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
        if (!cyrillicAllowed
                && literal.getValue() instanceof String text
                && CYRILLIC.matcher(text).find()) {
            literals.add(file + ": \"" + text + "\"");
        }
        return null;
    }

    @Override
    public Void visitNewClass(NewClassTree creation, Void nothing) {
        String type = simpleName(creation.getIdentifier());
        if (COMPONENTS.contains(type)) {
            creation.getArguments().forEach(argument -> refuse("new " + type, argument));
        }
        if ("NavigationEntry".equals(type)) {
            creation.getArguments().stream()
                    .filter(LiteralTree.class::isInstance)
                    .forEach(argument -> use(argument, false));
        }
        return super.visitNewClass(creation, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        String method = simpleName(call.getMethodSelect());
        // a header with two arguments belongs to HTTP
        if (SETTERS.contains(method)
                && !("setHeader".equals(method) && call.getArguments().size() > 1)) {
            call.getArguments().forEach(argument -> refuse(method, argument));
        }
        if (!call.getArguments().isEmpty() && TRANSLATING.contains(method)) {
            use(call.getArguments().getFirst(), false);
        }
        if (!call.getArguments().isEmpty() && "plural".equals(method)) {
            use(call.getArguments().getFirst(), true);
        }
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
        String type = simpleName(annotation.getAnnotationType());
        if (Set.of("PageTitle", "Menu").contains(type)) {
            literals.add(file + ": @" + type + " holds a text; implement HasDynamicTitle or declare a NavigationEntry");
        }
        return super.visitAnnotation(annotation, nothing);
    }

    private void refuse(String where, ExpressionTree argument) {
        if (screen
                && argument instanceof LiteralTree literal
                && literal.getValue() instanceof String text
                && LETTERS.matcher(text).find()) {
            literals.add(file + ": " + where + "(\"" + text + "\")");
        }
    }

    private void use(ExpressionTree argument, boolean plural) {
        if (argument instanceof LiteralTree literal && literal.getValue() instanceof String key) {
            keys.add(new UsedKey(file, key, plural));
        }
    }

    private static boolean isScreen(CompilationUnitTree unit) {
        return unit.getImports().stream()
                .anyMatch(one -> one.getQualifiedIdentifier().toString().startsWith("com.vaadin.flow.component"));
    }

    private static String simpleName(Tree tree) {
        return switch (tree) {
            case IdentifierTree name -> name.getName().toString();
            case MemberSelectTree path -> path.getIdentifier().toString();
            case ParameterizedTypeTree type -> simpleName(type.getType());
            default -> "";
        };
    }
}
