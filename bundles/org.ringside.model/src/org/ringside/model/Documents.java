package org.ringside.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.Diagnostician;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

/** Reads and writes the model's documents. */
public final class Documents {

	/** The largest document that is read, in bytes. */
	public static final int LARGEST = 16 << 20;

	private Documents() {
	}

	/**
	 * Reads one document.
	 *
	 * @param <T> the kind of document
	 * @param file where it is
	 * @param kind the kind it must be
	 * @return the document, complete and valid
	 * @throws DocumentException if the file is too large, not XMI, of another kind, incomplete, or points outside itself
	 * @throws IOException if the file cannot be read
	 */
	public static <T extends EObject> T read(Path file, Class<T> kind) throws IOException {
		byte[] bytes;
		try (InputStream in = Files.newInputStream(file)) {
			bytes = in.readNBytes(LARGEST + 1);
		}
		if (bytes.length > LARGEST) {
			throw new DocumentException(file + ": larger than " + (LARGEST >> 20) + " MiB, which no document of Ringside is", null);
		}
		XMIResourceImpl resource = resource(file.getFileName().toString());
		try {
			// A document type could pull in entities, files and network addresses; ours has none.
			resource.load(new ByteArrayInputStream(bytes), Map.of(XMLResource.OPTION_PARSER_FEATURES,
					Map.of("http://apache.org/xml/features/disallow-doctype-decl", true)));
		} catch (IOException | WrappedException e) {
			throw new DocumentException(place(file, resource) + rootOf(e).getMessage(), e);
		}
		if (resource.getContents().size() != 1 || !kind.isInstance(resource.getContents().getFirst())) {
			throw new DocumentException(file + ": not a " + kind.getSimpleName(), null);
		}
		EObject document = resource.getContents().getFirst();
		if (!EcoreUtil.ExternalCrossReferencer.find(document).isEmpty()) {
			throw new DocumentException(file + ": points to something outside itself, which a document may not", null);
		}
		var diagnosis = Diagnostician.INSTANCE.validate(document);
		if (!diagnosis.getChildren().isEmpty()) {
			throw new DocumentException(file + ": " + diagnosis.getChildren().getFirst().getMessage(), null);
		}
		return kind.cast(document);
	}

	/**
	 * Writes one document, replacing the file only once the whole of it is there.
	 *
	 * @throws IOException if the file cannot be written; what it held before is then still there
	 */
	public static void write(EObject document, Path file) throws IOException {
		XMIResourceImpl resource = resource(file.getFileName().toString());
		resource.getContents().add(EcoreUtil.copy(document));
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		resource.save(bytes, Map.of(XMLResource.OPTION_ENCODING, "UTF-8", XMLResource.OPTION_LINE_WIDTH, 80));
		Path part = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
		try {
			Files.write(part, bytes.toByteArray());
			Files.move(part, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	private static XMIResourceImpl resource(String name) {
		ResourceSet set = new ResourceSetImpl();
		set.getPackageRegistry().put(ModelPackage.eNS_URI, ModelPackage.eINSTANCE);
		XMIResourceImpl resource = new XMIResourceImpl(URI.createURI(URI.encodeSegment(name, false)));
		set.getResources().add(resource);
		return resource;
	}

	private static String place(Path file, Resource resource) {
		int line = resource.getErrors().isEmpty() ? 0 : resource.getErrors().getFirst().getLine();
		return line > 0 ? file + ":" + line + ": " : file + ": ";
	}

	private static Throwable rootOf(Throwable e) {
		return e.getCause() == null ? e : rootOf(e.getCause());
	}
}
