package dev.gantry.maven;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The user's program with the SDK that it was written for, in a class loader that sees nothing of Maven's or this plugin's. */
final class Sdk implements AutoCloseable {

    private static final String MAIN = "dev.gantry.Main";
    private static final String POM = "META-INF/maven/dev.gantry/gantry-sdk-core/pom.properties";

    private final URLClassLoader loader;

    private Sdk(URLClassLoader loader) {
        this.loader = loader;
    }

    /** The program of a module. */
    static Sdk of(MavenModule module) {
        List<URL> urls = new ArrayList<>();
        urls.add(url(module.classes()));
        module.classPath().forEach(path -> urls.add(url(path)));
        String name = "gantry-" + module.name();
        return new Sdk(new URLClassLoader(name, urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()));
    }

    ClassLoader loader() {
        return loader;
    }

    /** Whether the module's class path has an SDK at all. */
    boolean isPresent() {
        return loader.getResource(MAIN.replace('.', '/') + ".class") != null;
    }

    /** The SDK's version; {@code null} if it does not tell. */
    @Nullable
    String version() {
        try (InputStream text = loader.getResourceAsStream("dev/gantry/version.txt");
                InputStream pom = loader.getResourceAsStream(POM)) {
            if (text != null) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
            Properties properties = new Properties();
            if (pom != null) {
                properties.load(pom);
            }
            return properties.getProperty("version");
        } catch (IOException e) {
            return null;
        }
    }

    /**
     * Runs the program.
     *
     * @param pluginVersion for the message to someone whose SDK is of another time
     * @param tools does what the program needs programs of others for
     * @return what the SDK's {@code Main.run} returns
     */
    int run(
            List<String> arguments,
            String pluginVersion,
            Consumer<String> report,
            Consumer<String> summary,
            UnaryOperator<String> tools)
            throws MojoFailureException, MojoExecutionException {
        try {
            Class<?> main = Class.forName(MAIN, true, loader);
            String[] given = arguments.toArray(String[]::new);
            return (int) entry(main).invoke(null, given, loader, report, summary, tools);
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            throw new MojoFailureException("The Gantry SDK on the class path is " + named(version())
                    + ", with which version "
                    + pluginVersion + " of gantry-maven-plugin cannot talk: give both the same version.");
        } catch (InvocationTargetException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (LinkageError e) {
            throw failed(e);
        }
    }

    private static Method entry(Class<?> main) throws NoSuchMethodException {
        Method run = main.getMethod(
                "run", String[].class, ClassLoader.class, Consumer.class, Consumer.class, UnaryOperator.class);
        if (run.getReturnType() != int.class) {
            throw new NoSuchMethodException(run.toString());
        }
        return run;
    }

    private MojoFailureException failed(Throwable cause) throws MojoExecutionException {
        if (cause instanceof LinkageError) {
            return new MojoFailureException("The Gantry SDK, " + named(version())
                    + ", does not run with the other libraries on the class path (" + cause
                    + "): look in mvn dependency:tree for older versions of what it depends on.");
        }
        throw new MojoExecutionException("The Gantry SDK, " + named(version()) + ", failed: " + cause, cause);
    }

    private static String named(@Nullable String version) {
        return version == null || version.isEmpty() ? "of an unknown version" : "version " + version;
    }

    private static URL url(Path path) {
        try {
            // A folder's URL has to end with a slash, even if the folder is not there yet.
            String text = path.toUri().toString();
            boolean jar = path.toString().endsWith(".jar");
            return URI.create(jar || text.endsWith("/") ? text : text + "/").toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() throws MojoExecutionException {
        try {
            loader.close();
        } catch (IOException e) {
            throw new MojoExecutionException("The program's class path cannot be closed", e);
        }
    }
}
