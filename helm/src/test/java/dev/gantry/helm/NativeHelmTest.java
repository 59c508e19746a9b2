package dev.gantry.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import org.junit.jupiter.api.Test;

class NativeHelmTest {

    @Test
    void should_say_that_the_library_cannot_be_loaded() {
        Finding finding = catchThrowableOfType(
                        FindingsException.class,
                        () -> NativeHelm.load(() -> {
                            throw new ExceptionInInitializerError(
                                    new UnsatisfiedLinkError("no ld-linux-x86-64.so.2\nat x"));
                        }))
                .findings()
                .get(0);
        assertThat(finding.message())
                .startsWith("Helm's library cannot be loaded on this machine (")
                .endsWith("): no ld-linux-x86-64.so.2");
    }

    @Test
    void should_look_for_the_library_beside_itself_and_nowhere_in_the_network() {
        Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
        ClassLoader[] seen = new ClassLoader[1];
        String[] download = new String[1];
        NativeHelm.load(() -> {
            seen[0] = Thread.currentThread().getContextClassLoader();
            download[0] = System.getProperty("com.marcnuri.jkube-helm.skipRemoteJar");
            return Signals.current();
        });
        assertThat(seen[0]).isSameAs(NativeHelm.class.getClassLoader());
        assertThat(download[0]).isEqualTo("true");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(ClassLoader.getPlatformClassLoader());
        assertThat(System.getProperty("com.marcnuri.jkube-helm.skipRemoteJar")).isNull();
    }
}
