; CRC-32 of a megabyte by a table of 256 words.
%include "bench.inc"
SIZE	equ 0x100000
BYTES	equ ROOM + 0x1000
prepare:
	xor ecx, ecx
.entry:
	mov eax, ecx
	mov edx, 8
.bit:
	shr eax, 1
	jnc .even
	xor eax, 0xEDB88320
.even:
	dec edx
	jnz .bit
	mov [ROOM + ecx * 4], eax
	inc ecx
	cmp ecx, 256
	jb .entry
	mov ecx, SIZE
	mov eax, 7
.fill:
	imul eax, eax, 69069
	inc eax
	mov edx, eax
	shr edx, 24
	mov [BYTES + ecx - 1], dl
	dec ecx
	jnz .fill
	ret
work:
	mov ebp, 8
	mov eax, -1
.again:
	mov esi, BYTES
	mov edi, BYTES + SIZE
.byte:
	movzx edx, byte [esi]
	inc esi
	xor dl, al
	shr eax, 8
	xor eax, [ROOM + edx * 4]
	cmp esi, edi
	jb .byte
	dec ebp
	jnz .again
	not eax
	ret
