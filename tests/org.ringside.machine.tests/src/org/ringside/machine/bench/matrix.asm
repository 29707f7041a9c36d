; The product of two matrices of 160 by 160 whole numbers.
%include "bench.inc"
N	equ 160
LEFT	equ ROOM
RIGHT	equ ROOM + N * N * 4
PRODUCT	equ ROOM + 2 * N * N * 4
prepare:
	ret
work:
	mov ecx, 2 * N * N
	mov eax, 1
.fill:
	imul eax, eax, 1103515245
	add eax, 12345
	mov [ROOM + ecx * 4 - 4], eax
	dec ecx
	jnz .fill
	mov esi, LEFT
	mov edi, PRODUCT
	mov ebp, N
.row:
	xor ebx, ebx
.column:
	xor ecx, ecx
	xor eax, eax
	lea edx, [RIGHT + ebx * 4]
.cell:
	push eax
	mov eax, [esi + ecx * 4]
	imul eax, [edx]
	add [esp], eax
	pop eax
	add edx, N * 4
	inc ecx
	cmp ecx, N
	jb .cell
	mov [edi], eax
	add edi, 4
	inc ebx
	cmp ebx, N
	jb .column
	add esi, N * 4
	dec ebp
	jnz .row
	mov ecx, N * N
	xor eax, eax
.sum:
	rol eax, 1
	xor eax, [PRODUCT + ecx * 4 - 4]
	dec ecx
	jnz .sum
	ret
