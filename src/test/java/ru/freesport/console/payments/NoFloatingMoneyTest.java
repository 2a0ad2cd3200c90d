package ru.freesport.console.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Money is never a floating-point number, on no way through the payments. */
class NoFloatingMoneyTest {

    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @Test
    void nothingInThePaymentsHoldsTakesGivesOrAsksForAFloatingPointNumber() {
        JavaClasses payments = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("ru.freesport.console.payments", "ru.freesport.console.shared");
        List<JavaClass> looked = payments.stream()
                .filter(one -> one.getPackageName().startsWith("ru.freesport.console.payments")
                        || one.getSimpleName().equals("Money")
                        || one.getSimpleName().equals("KopeckShares"))
                .toList();
        assertThat(looked).hasSizeGreaterThan(70);
        assertThat(looked.stream().flatMap(NoFloatingMoneyTest::floating)).isEmpty();
    }

    @Test
    void aClassThatUsesOneIsFound() {
        assertThat(floating(new ClassFileImporter().importClass(Careless.class)))
                .hasSize(3);
    }

    private static Stream<String> floating(JavaClass one) {
        List<String> found = new ArrayList<>();
        one.getFields().stream()
                .filter(field -> FLOATING.contains(field.getRawType().getName()))
                .forEach(field -> found.add(field.getFullName()));
        for (JavaCodeUnit unit : one.getCodeUnits()) {
            if (FLOATING.contains(unit.getRawReturnType().getName())
                    || unit.getRawParameterTypes().stream().anyMatch(type -> FLOATING.contains(type.getName()))) {
                found.add(unit.getFullName());
            }
            unit.getCallsFromSelf().stream()
                    .filter(call -> FLOATING.contains(
                                    call.getTarget().getRawReturnType().getName())
                            || FLOATING.contains(call.getTargetOwner().getName())
                            || call.getTarget().getRawParameterTypes().stream()
                                    .anyMatch(type -> FLOATING.contains(type.getName())))
                    .forEach(call -> found.add(call.getDescription()));
        }
        return found.stream();
    }

    /** What must not be written here. */
    static final class Careless {

        private final double rate = Math.floor(1.5);

        double rate() {
            return rate;
        }
    }
}
