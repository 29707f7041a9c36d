; Patches an instruction's constant, then runs it: now and then, as a loader does, and again and again.
%include "bench.inc"
prepare:
	ret
work:
	mov ecx, 20000
	xor eax, eax
.next:
	mov [patched + 1], ecx
	call patched
	dec ecx
	jnz .next
	mov ebp, 200
.routine:
	mov esi, template			; a routine is copied, patched, and used for a while
	mov edi, ROOM
	mov ecx, template_end - template
	rep movsb
	mov [ROOM + (template.constant - template) + 1], ebp
	mov ecx, 2000
	mov edx, ROOM
	call edx
	dec ebp
	jnz .routine
	ret
	align 4096
patched:
	add eax, 0x12345678
	ret
template:
	xor ebx, ebx
.loop:
.constant:
	mov edx, 0x12345678
	add ebx, edx
	rol ebx, 3
	add eax, ebx
	dec ecx
	jnz .loop
	ret
template_end:
