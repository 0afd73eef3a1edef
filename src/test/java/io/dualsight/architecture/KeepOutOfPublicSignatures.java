package io.dualsight.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Sees a type that another package could meet: as a supertype, in a field or in a method, type arguments included. */
final class KeepOutOfPublicSignatures extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> kept;

    KeepOutOfPublicSignatures(DescribedPredicate<JavaClass> kept) {
        super("keep " + kept.getDescription() + " out of public signatures");
        this.kept = kept;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isVisible(type)) {
            return;
        }
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        report(type.getFullName(), supertypes, events);
        type.getMembers().stream()
                .filter(KeepOutOfPublicSignatures::isOpen)
                .forEach(member -> report(member.getFullName(), signature(member), events));
    }

    private void report(String where, Stream<? extends JavaType> types, ConditionEvents events) {
        types.flatMap(each -> each.getAllInvolvedRawTypes().stream())
                .filter(kept)
                .forEach(each -> events.add(SimpleConditionEvent.violated(where, where + " shows " + each.getName())));
    }

    private static Stream<? extends JavaType> signature(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit unit = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(unit.getReturnType()),
                        unit.getParameterTypes().stream(),
                        unit.getExceptionTypes().stream())
                .flatMap(each -> each);
    }

    private static boolean isVisible(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass()
                        .map(KeepOutOfPublicSignatures::isVisible)
                        .orElse(true);
    }

    private static boolean isOpen(JavaMember member) {
        return isOpen(member.getModifiers());
    }

    private static boolean isOpen(java.util.Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }
}
