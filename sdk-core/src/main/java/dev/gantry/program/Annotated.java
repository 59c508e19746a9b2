package dev.gantry.program;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Reads which annotations a class has. */
final class Annotated extends ClassVisitor {

    private final Set<String> annotations = new HashSet<>();

    private Annotated() {
        super(Opcodes.ASM9);
    }

    /** The descriptors of the annotations of a class file. */
    static Set<String> by(byte[] content) {
        Annotated annotated = new Annotated();
        new ClassReader(content)
                .accept(annotated, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return annotated.annotations;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        annotations.add(descriptor);
        return null;
    }
}
