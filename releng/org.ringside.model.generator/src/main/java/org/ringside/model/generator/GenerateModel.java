package org.ringside.model.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/** Generates the Java of the document model from {@code model/ringside.genmodel}, as EMF does, without a workbench. */
public final class GenerateModel {

	private GenerateModel() {
	}

	/** Generates the sources of the bundle in folder {@code arguments[0]} into {@code arguments[1]}. */
	public static void main(String[] arguments) throws IOException {
		generate(Path.of(arguments[0]).toRealPath(), Path.of(arguments[1]).toAbsolutePath());
	}

	/**
	 * Generates the model's sources.
	 *
	 * @param bundle the folder of the model's bundle
	 * @param sources the folder that shall hold the generated sources and nothing else; what it held is gone
	 * @throws IOException if the model cannot be read or a file not be written
	 */
	static void generate(Path bundle, Path sources) throws IOException {
		// The generator writes a whole plug-in project. Only its sources are wanted, so the rest goes to a scratch folder.
		Path project = Files.createTempDirectory("ringside-model");
		try {
			EcorePlugin.getPlatformResourceMap().put("org.ringside.model", URI.createFileURI(project + "/"));
			GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(GenModelPackage.eNS_URI,
					GenModelGeneratorAdapterFactory.DESCRIPTOR);
			Generator generator = new Generator();
			GenModel model = read(bundle.resolve("model/ringside.genmodel"));
			generator.setInput(model);
			Diagnostic result = generator.generate(model, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, "model", new BasicMonitor());
			if (result.getSeverity() != Diagnostic.OK) {
				throw new IOException(result.getMessage() + ": " + result.getChildren());
			}
			delete(sources);
			copy(project.resolve("src-gen"), sources);
		} finally {
			delete(project);
		}
	}

	private static GenModel read(Path file) {
		ResourceSet resources = new ResourceSetImpl();
		var factories = resources.getResourceFactoryRegistry().getExtensionToFactoryMap();
		factories.put("ecore", new EcoreResourceFactoryImpl());
		factories.put("genmodel", new EcoreResourceFactoryImpl());
		resources.getPackageRegistry().put(GenModelPackage.eNS_URI, GenModelPackage.eINSTANCE);
		GenModel model = (GenModel) resources.getResource(URI.createFileURI(file.toString()), true).getContents().getFirst();
		model.reconcile();
		model.setCanGenerate(true);
		return model;
	}

	static List<Path> files(Path folder) throws IOException {
		try (var all = Files.walk(folder)) {
			return all.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		for (Path file : files(from)) {
			Files.createDirectories(to.resolve(file).getParent());
			Files.copy(from.resolve(file), to.resolve(file));
		}
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			try (var all = Files.walk(folder)) {
				for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(path);
				}
			}
		}
	}
}
