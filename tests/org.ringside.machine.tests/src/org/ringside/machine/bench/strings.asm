; Fills, copies, compares and searches with repeated string instructions, and converts by LODS and STOS.
%include "bench.inc"
SIZE	equ 0x40000
prepare:
	ret
work:
	mov ebp, 24
	xor ebx, ebx
.next:
	mov edi, ROOM
	mov ecx, SIZE / 4
	mov eax, 0x20202020
	add eax, ebp
	rep stosd
	mov esi, ROOM
	mov edi, ROOM + SIZE
	mov ecx, SIZE / 4
	rep movsd
	mov esi, ROOM + 3
	mov edi, ROOM + SIZE + 1
	mov ecx, SIZE - 8
	rep movsb
	mov esi, ROOM
	mov edi, ROOM + SIZE
	mov ecx, SIZE / 4
	repe cmpsd
	add ebx, ecx
	mov edi, ROOM
	mov ecx, SIZE
	mov al, 0x7F
	repne scasb
	add ebx, ecx
	mov esi, ROOM
	mov edi, ROOM + 2 * SIZE
	mov ecx, SIZE
.letter:
	lodsb
	xor al, cl
	stosb
	movzx eax, al
	add ebx, eax
	loop .letter
	dec ebp
	jnz .next
	mov eax, ebx
	ret
